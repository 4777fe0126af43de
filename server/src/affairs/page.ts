// SPDX-License-Identifier: Apache-2.0
// One application as it is read: by whoever applied, and by the office.
import { type AffairState, affairMoveOf, type Law } from '@lilong/contracts/affair-flow';
import { isNeeded, type Procedure } from '@lilong/contracts/affair-items';
import type {
  AffairButton,
  AffairPage,
  AffairPart,
  AffairStep,
  ToldHow,
} from '@lilong/contracts/affairs';
import { formatRef, type RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import { certificateOf, standingOf } from '../certificates/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import type { HeldPerson } from '../registry/index.ts';
import { agreedOf } from './agreed.ts';
import { buttonsOf } from './buttons.ts';
import type { ConsentFound } from './consent-queries.ts';
import { filledFields, filledMaterials, formFor } from './fill.ts';
import { type Has, hasFor, hasOf } from './has.ts';
import { type Item, questionsOf } from './items.ts';
import { openKept, toldOf } from './kept.ts';
import { iso, latenessOf } from './lines.ts';
import { lineFor, shownHas } from './masked.ts';
import { type PaperPlace, selectPlaces } from './paper-queries.ts';
import { itemOf } from './parts.ts';
import { type ApplicationFound, type StepFound, selectParts, selectWhole } from './queries.ts';
import { inLanguage, sayAnswer, sayRole } from './say.ts';
import type { KeptFrom } from './tables.ts';
import type { Told, ToldPaper } from './told.ts';

/** The page after an act, or when somebody looks. `held`: of whoever applies, with whose data a draft is filled. */
export async function pageOf(ctx: Ctx, key: RowKey, held?: HeldPerson): Promise<AffairPage> {
  const whole = await selectWhole(ctx, key);
  if (whole === undefined) throw new Refusal('found.nothing', { what: 'application' }, 'ref');
  return pageFrom(ctx, whole, held);
}

export interface Whole {
  readonly row: ApplicationFound;
  readonly consent: ConsentFound | undefined;
  readonly steps: readonly StepFound[];
  /** Received just now: what was handed over is where it was received, and nobody has to look. */
  readonly isNew?: true;
}
/** The same of one that was read, or written just now. */
export async function pageFrom(
  ctx: Ctx,
  { row, consent, steps, isNew }: Whole,
  held?: HeldPerson,
): Promise<AffairPage> {
  const item = await itemOf(ctx, row);
  const kept = openKept(ctx, row);
  const told = toldOf(kept, row.materials);
  const typing = held !== undefined && (row.state === 'draft' || row.state === 'correction');
  const draft = row.state === 'draft' && held !== undefined;
  const has = draft ? await hasFor(ctx, item, held) : await hasOf(ctx, row, kept);
  return {
    ...lineFor(row, ctx.now, held),
    ...whoOf(row),
    ...promiseOf(row),
    questions: questionsToldOf(ctx, item, told),
    fields: toldFields(ctx, item, shownHas(held, has).values, told),
    ...(await papersOf(ctx, { row, item, has, told, isNew })),
    form: typing ? await formFor(ctx, item, held, has) : null,
    answers: typing ? answersOf(told) : null,
    ...(draft ? { consent: null, again: null } : await agreedOf(ctx, { item, row, held, consent })),
    helperName: row.helper_name,
    deliverBy: row.deliver_by,
    parts: await partsOf(ctx, row),
    certificate:
      row.outcome === 'granted' && held?.mandate === undefined
        ? await certificateOf(ctx, formatRef('A', row))
        : null,
    ...happenedOf(row, item),
    timeline: steps.map((step, at, all) => stepOf(ctx, step, all[at - 1])),
    can: Object.fromEntries(
      buttonsOf(ctx, row, held).map((button): [AffairButton, true] => [button, true]),
    ),
  };
}

/** How each office's part stands. */
async function partsOf(ctx: Ctx, row: ApplicationFound): Promise<AffairPart[]> {
  if (row.parts === 0) return [];
  const parts: AffairPart[] = [];
  for (const part of await selectParts(ctx, row)) {
    const ref = formatRef('A', part);
    parts.push({
      ...{ ref, itemName: part.item_name, itemNameEn: part.item_name_en },
      ...{ decideName: part.decideName, state: part.state, dueAt: iso(part.due_at) },
      ...{ lateness: latenessOf(part.due_at, ctx.now), outcome: part.outcome },
      ...{ reason: part.reason, remedy: part.remedy },
      certificate: part.outcome === 'granted' ? await certificateOf(ctx, ref) : null,
    });
  }
  return parts;
}

const whoOf = (row: ApplicationFound) => ({
  ...{ decideName: row.decideName, receiveName: row.receiveName },
  ...{ custodianName: row.custodianName, deliverName: row.deliverName },
  ...{ mode: row.mode, itemVersion: row.item_row },
});

const promiseOf = (row: ApplicationFound) => ({
  ...{ promised: row.promised, legal: row.legal, legalDueAt: iso(row.legal_due) },
  ...{ receivedAt: iso(row.received_at), acceptedAt: iso(row.accepted_at) },
  ...{ decidedAt: iso(row.decided_at), deliveredAt: iso(row.delivered_at), deemed: row.deemed },
});

/** Everything that it was told with. */
export async function toldIn(ctx: Ctx, row: ApplicationFound) {
  const item = await itemOf(ctx, row);
  const kept = openKept(ctx, row);
  const [told, has] = [toldOf(kept, row.materials), await hasOf(ctx, row, kept)];
  return {
    questions: questionsToldOf(ctx, item, told),
    fields: toldFields(ctx, item, has.values, told),
    ...(await papersOf(ctx, { row, item, has, told })),
  };
}

function questionsToldOf({ actor }: Ctx, { body }: Item, told: Told): AffairPage['questions'] {
  return questionsOf(body).flatMap(({ key, ask, askEn, choices }) => {
    const choice = choices.find((one) => one.key === told.questions[key]);
    if (choice === undefined) return [];
    const say = (said: string, saidEn: string | null) => inLanguage(actor.language, said, saidEn);
    return [{ ask: say(ask, askEn), says: say(choice.says, choice.saysEn) }];
  });
}

export function toldFields(
  ctx: Ctx,
  { body }: Item,
  values: HeldPerson['values'],
  told: Told,
): AffairPage['fields'] {
  return filledFields(body, values).flatMap((field): AffairPage['fields'] => {
    if (!isNeeded(field.when, told.questions)) return [];
    const title = inLanguage(ctx.actor.language, field.title, field.titleEn);
    if (field.held !== null)
      return [{ key: field.key, title, says: field.held.says, source: field.held.source }];
    const answer = told.fields[field.key];
    if (answer === undefined) return [];
    return [{ key: field.key, title, says: sayAnswer(ctx, field, answer), source: null }];
  });
}

/** As typed, to go on with. */
const answersOf = ({ questions, fields, materials }: Told): AffairPage['answers'] => ({
  ...{ questions, fields },
  materials: materials.flatMap(({ key, how, files = [] }) =>
    how === 'certificate' ? [] : [{ key, how, files }],
  ),
});

interface Papers {
  readonly row: ApplicationFound;
  readonly item: Item;
  readonly has: Has;
  readonly told: Told;
  readonly isNew?: true | undefined;
}

/** Each material, and what was collected at a door besides. */
async function papersOf(
  ctx: Ctx,
  { row, item, has, told, isNew }: Papers,
): Promise<Pick<AffairPage, 'materials' | 'besides'>> {
  const onPaper = told.materials.some(({ how }) => how === 'paper') || row.fromDoor === true;
  const places: Places =
    onPaper && isNew !== true ? await selectPlaces(ctx, row) : new Map<string, PaperPlace>();
  const others = [...places.values()].filter(
    ({ door, material }) =>
      door !== null && !item.body.materials.some(({ key }) => key === material),
  );
  return {
    materials: await toldMaterials(ctx, row, item, has, told, places),
    besides: others.map((one) => ({
      ...{ name: one.name ?? one.material, nameEn: one.name_en },
      ...{ count: one.counted ?? one.count ?? 0, ...whereIs(one) },
    })),
  };
}
type Places = ReadonlyMap<string, PaperPlace>;

async function toldMaterials(
  ctx: Ctx,
  row: ApplicationFound,
  { body }: Item,
  has: Has,
  told: Told,
  places: Places,
): Promise<AffairPage['materials']> {
  const taken = told.materials.flatMap(({ how, from }) =>
    how === 'certificate' && from !== undefined ? [from] : [],
  );
  const standing = await standingOf(ctx, taken);
  return filledMaterials(body, has).flatMap((one): AffairPage['materials'] => {
    if (!isNeeded(one.when, told.questions)) return [];
    const given = told.materials.find(({ key }) => key === one.key);
    const asked = row.asked_keys.includes(one.key);
    const place = places.get(one.key);
    const lacks = given === undefined && one.held === null && place === undefined;
    if (lacks && one.need !== 'required' && !asked) return [];
    const how = howOf(one.held?.from, given);
    const from = given?.from;
    return [
      {
        ...{ key: one.key, name: one.name, nameEn: one.nameEn, how, need: one.need, asked },
        source: one.held?.source ?? null,
        from: from === undefined ? null : fromOf(from, how, standing.get(from.ref) ?? null),
        files: [...(given?.files ?? [])],
        ...placeOf(place, custodianOf(row, how, from), how),
      },
    ];
  });
}

function custodianOf(row: ApplicationFound, how: ToldHow, from: KeptFrom | undefined) {
  if (how === 'paper') return row.custodianName;
  return how === 'earlier' && from !== undefined && from.source !== '' ? from.source : null;
}

/** Where the paper is: who has it, or who had it last while it is on the way. */
function placeOf(
  place: PaperPlace | undefined,
  custodianName: string | null,
  how: ToldHow,
): Pick<AffairPage['materials'][number], 'custodianName' | 'paper' | 'goingToName' | 'got'> {
  if (place === undefined || (how !== 'paper' && place.door === null))
    return {
      ...{ custodianName, goingToName: null, got: null },
      paper: custodianName === null ? null : 'held',
    };
  return whereIs(place);
}

const whereIs = ({ holderName, goingToName, state, said }: PaperPlace) => ({
  ...{ custodianName: holderName, goingToName, paper: state },
  got: state === 'returned' && (said === 'own' || said === 'slip') ? said : null,
});

function howOf(
  held: 'registry' | 'certificate' | undefined,
  given: ToldPaper | undefined,
): ToldHow {
  if (held === 'registry') return 'held';
  return held ?? given?.how ?? 'missing';
}

function fromOf(
  { ref, name, on, to }: KeptFrom,
  how: ToldHow,
  state: 'valid' | 'expired' | 'revoked' | null,
): AffairPage['materials'][number]['from'] {
  return { ref, name, to, on: how === 'earlier' ? on : null, state };
}

type Happened = Pick<AffairPage, 'correction' | 'pause' | 'extension' | 'decision' | 'delivery'>;

function happenedOf(row: ApplicationFound, { body }: Item): Happened {
  const nameOf = (key: string) => body.materials.find((one) => one.key === key)?.name ?? key;
  return {
    correction:
      row.asked_at === null || row.asked_until === null
        ? null
        : {
            ...{ askedAt: row.asked_at.toISOString(), until: row.asked_until.toISOString() },
            missing: row.asked_keys.map((key) => ({ key, name: nameOf(key) })),
            ...{ words: row.asked_words, answeredAt: iso(row.answered_at) },
          },
    pause:
      row.paused_from === null
        ? null
        : {
            since: row.paused_from.toISOString(),
            procedure: row.pause_kind as Procedure | null,
            reason: row.pause_reason ?? '',
          },
    extension: extensionOf(row),
    decision:
      row.outcome === null || row.decided_at === null
        ? null
        : {
            ...{ outcome: row.outcome, at: row.decided_at.toISOString() },
            ...{ reason: row.reason, remedy: row.remedy },
            result: row.outcome === 'granted' ? body.result.name : null,
          },
    delivery:
      row.delivered_at === null || row.delivered_by === null
        ? null
        : {
            ...{ by: row.delivered_by, at: row.delivered_at.toISOString() },
            words: row.delivered_words,
          },
  };
}

function extensionOf(row: ApplicationFound): AffairPage['extension'] {
  if (row.longer_at === null || row.longer_state === null) return null;
  return {
    ...{ askedAt: row.longer_at.toISOString(), reason: row.longer_reason ?? '' },
    ...{ days: `${row.longer_days ?? 0}WD`, state: row.longer_state },
  };
}

function stepOf(ctx: Ctx, step: StepFound, before: StepFound | undefined): AffairStep {
  return {
    at: step.at.toISOString(),
    did: step.did as AffairStep['did'], // written by queries.ts
    ...{ state: step.state, organisationName: step.organisationName },
    roleName: sayRole(ctx, step.role),
    helperName: step.helper_name,
    words: step.words,
    law: lawOf(before?.state ?? 'draft', step.did),
    dueAt: iso(step.due_at),
  };
}

/** The article that the row of the table stands on. */
function lawOf(from: AffairState, did: string): Law | null {
  return affairMoveOf(from, did as Parameters<typeof affairMoveOf>[1])?.law ?? null;
}
