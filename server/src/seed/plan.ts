// SPDX-License-Identifier: Apache-2.0
// From the programme to scenes: who lives where, what is the matter, whose task it is.
import { parentOf } from '@lilong/contracts/place-no';
import { caseActs } from '../cases/index.ts';
import type { Entry } from '../kernel/catalogue.ts';
import { type Chance, chanceOf } from './chance.ts';
import { workMinutes } from './hours.ts';
import { acts, type Scene, type Step } from './life.ts';
import { atHome, elsewhere, type Item } from './programme.ts';
import type { Door } from './queries.ts';
import { HOME_COMMITTEE, HOME_STREET, type Stage } from './stage.ts';
import { tales } from './tales.ts';
import type { Graded, Origin, Telling, Told } from './telling.ts';
import type { Saying, Sentence } from './texts.ts';

/** What happens to one case, and how many hours ago it began. */
export interface Plan {
  readonly ageHours: number;
  readonly steps: readonly Step[];
}
interface Choosing extends Telling {
  readonly sentences: readonly Sentence[];
  /** Categories of which others may see cases. */
  readonly visible: ReadonlySet<string>;
  /** How often a sentence was said already: the city does not repeat itself before it must. */
  readonly saidBefore: Map<Sentence, number>;
}

export function planLives(
  stage: Stage,
  sentences: readonly Sentence[],
  sayings: readonly Saying[],
  categories: readonly Entry[],
  conditions: readonly Entry[],
): Plan[] {
  let tickets = 0;
  const telling = {
    stage,
    sayings: Map.groupBy(sayings, ({ kind }) => kind),
    conditions: gradedBy(conditions),
    visible: new Set(categories.filter(isVisible).map(({ key }) => key)),
    ticket: () => `示例-${String(++tickets).padStart(5, '0')}`,
    sentences,
    saidBefore: new Map<Sentence, number>(),
  };
  const committees = [...stage.doors.keys()];
  const home = committees.filter((no) => parentOf(no) === HOME_STREET);
  const others = committees.filter((no) => parentOf(no) !== HOME_STREET);
  const tell = (items: readonly Item[], places: readonly number[], chance: Chance) =>
    items.flatMap((item) =>
      Array.from({ length: item.count }, () => planOne({ ...telling, chance }, item, places)),
    );
  return [
    ...tell(atHome, home, chanceOf(310101002)),
    ...tell(elsewhere, others, chanceOf(310000000)),
  ];
}

/** Notes that the grid centre's shifts left for one another. */
export function handovers(stage: Stage, sayings: readonly Saying[]): Plan[] {
  const chance = chanceOf(3);
  return sayings
    .filter(({ kind }) => kind === 'note')
    .map(({ words }, index) => ({
      ageHours: 30 - index * 11,
      steps: [
        acts(stage.staff('dispatcher', HOME_STREET, chance), { wait: 0 }, 0, (ctx) =>
          caseActs.handOver(ctx, { words }),
        ),
      ],
    }));
}

const isVisible = ({ body }: Entry): boolean => body.othersMaySee === true;

function gradedBy(conditions: readonly Entry[]): Map<string, Graded[]> {
  const rows = conditions.map(({ body }) => ({
    category: String(body.category),
    order: Number(body.order),
    limit: String(body.limit),
    closeWhen: String(body.closeWhen),
  }));
  return Map.groupBy(rows, ({ category }) => category);
}

function planOne(choosing: Choosing, item: Item, places: readonly number[]): Plan {
  const { chance } = choosing;
  const place = item.atDoor === true ? HOME_COMMITTEE : chance.pick(places);
  const origin = chance.pick<Origin>(item.origins ?? ['worker']);
  const told = toldAt(choosing, item, place, origin);
  const [from, to] = item.began;
  return {
    ageHours: from + (chance.whole(0, 1000) / 1000) * (to - from),
    steps: tales[item.tale](told),
  };
}

function toldAt(choosing: Choosing, item: Item, place: number, origin: Origin): Told {
  const { chance, stage } = choosing;
  const sentence = chooseSentence(choosing, item, place);
  const condition = chance.pick(fitting(choosing, item, sentence.category));
  const [duty] = duties(choosing, sentence.category, place);
  if (duty?.lead == null) throw new Error(`nobody leads ${sentence.category} at ${place}`);
  const { lead, assisting } = duty;
  return {
    ...choosing,
    scene: sceneAt(choosing, place, sentence),
    origin,
    reporter: origin === 'door' ? stage.atDoor : chance.pick(stage.neighbours),
    condition,
    work: workMinutes(condition.limit, item.slow === true ? 'slow' : 'quick'),
    lead,
    assisting,
    others: stage.departments(place).filter((no) => no !== lead),
  };
}

/** One of the sentences said least so far that suit the item. */
function chooseSentence(choosing: Choosing, item: Item, place: number): Sentence {
  const { saidBefore, chance } = choosing;
  const fit = choosing.sentences.filter((one) => suits(choosing, item, one, place));
  const least = Math.min(...fit.map((one) => saidBefore.get(one) ?? 0));
  const chosen = chance.pick(fit.filter((one) => (saidBefore.get(one) ?? 0) === least));
  saidBefore.set(chosen, least + 1);
  return chosen;
}
function suits(choosing: Choosing, item: Item, { category }: Sentence, place: number): boolean {
  const [duty] = duties(choosing, category, place);
  if (duty === undefined || fitting(choosing, item, category).length === 0) return false;
  if (item.visible === true && !choosing.visible.has(category)) return false;
  return item.greening !== true || duty.lead === choosing.stage.doorOffice;
}
/** Rows of the list whose lead can receive cases. */
function duties({ stage }: Choosing, category: string, place: number) {
  return stage
    .leads(category, place)
    .filter(({ lead }) => lead !== null && stage.of('department_officer', lead) !== undefined);
}
function fitting({ conditions }: Choosing, item: Item, category: string): readonly Graded[] {
  const wanted = item.limit === 'hours' ? /UH$/ : /^[2-9]WD$/;
  const all = conditions.get(category) ?? [];
  return item.limit === undefined ? all : all.filter(({ limit }) => wanted.test(limit));
}

function sceneAt({ stage, chance }: Choosing, place: number, sentence: Sentence): Scene {
  const door = chance.pick(stage.doors.get(place) ?? []);
  const near = () => chance.whole(-10, 10) / 1e5; // degrees: within ten metres
  return {
    place,
    address: addressOf(door, sentence.placeKind),
    point: { lon: door.lon + near(), lat: door.lat + near() },
    sentence,
  };
}

/** As somebody would say it: 南京东路139弄口, 南京东路近139弄, 南京东路139弄4号楼道. */
function addressOf({ road, lane, line }: Door, kind: string): string {
  if (kind === 'stairs') return `${line}楼道`;
  if (kind === 'door' || road === null || lane === null) return line;
  if (kind === 'lane') return `${road}${lane}口`;
  return kind === 'road' ? `${road}近${lane}` : `${road}${lane}小区内`;
}
