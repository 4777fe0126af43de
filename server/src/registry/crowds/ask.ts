// SPDX-License-Identifier: Apache-2.0
// Who fits, how many, and where: found anew each time it is asked.
import { levelOf } from '@lilong/contracts/place-no';
import type {
  CrowdPerson,
  countCrowd,
  listCrowdPeople,
  mapCrowd,
} from '@lilong/contracts/registry-crowds';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { labelNames } from '../labels.ts';
import { personLine } from '../person-line.ts';
import { crowdPolicy } from '../policy.ts';
import { countOver, lookAs } from '../reach.ts';
import { checkConditions, seesNames } from './check.ts';
import { countPeople, type Page, selectBuildings, selectCounts, selectPeople } from './queries.ts';
import { countLabels } from './used.ts';

const page = 50; // people on a screen

/** Exactly in one's own committees; above them to the nearest five, by committee, in a city by street, with no cell under five. */
export async function countIn(
  ctx: Ctx,
  { conditions }: InputOf<typeof countCrowd>,
): Promise<ReplyOf<typeof countCrowd>> {
  ctx.requireEver(crowdPolicy, 'ask');
  await checkConditions(ctx, conditions);
  ctx.note({ act: 'registry.crowd', facts: { what: 'count', conditions } });
  if (seesNames(ctx)) {
    await lookAs(ctx);
    return { people: await countPeople(ctx, conditions), cells: [] };
  }
  await countOver(ctx);
  const rows = await selectCounts(ctx, conditions, isOfCity(ctx) ? 1_000_000 : 1000);
  return {
    people: rows.find(({ place }) => place === null)?.people ?? null,
    cells: rows.flatMap(({ place, name, people }) =>
      place === null ? [] : [{ place, name: name ?? '', people }],
    ),
  };
}

export async function listPeople(
  ctx: Ctx,
  { conditions, after, limit = page }: InputOf<typeof listCrowdPeople>,
): Promise<ReplyOf<typeof listCrowdPeople>> {
  ctx.requireEver(crowdPolicy, 'names');
  await checkConditions(ctx, conditions);
  await lookAs(ctx);
  ctx.note({ act: 'registry.crowd', facts: { what: 'people', conditions } });
  const { people, rows } = await peopleIn(ctx, conditions, { after, most: limit + 1 });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  // Behind the last one there is no row that says it.
  const total = rows[0]?.total ?? (after === undefined ? 0 : await countPeople(ctx, conditions));
  if (after === undefined)
    await countLabels(ctx, conditions, { act: 'crowd', purpose: 'daily', people: total });
  return {
    people: people.slice(0, limit),
    total,
    next: last === undefined ? null : { pinyin: last.pinyin, person: last.person },
  };
}

export async function mapPeople(
  ctx: Ctx,
  { conditions }: InputOf<typeof mapCrowd>,
): Promise<ReplyOf<typeof mapCrowd>> {
  ctx.requireEver(crowdPolicy, 'names');
  await checkConditions(ctx, conditions);
  await lookAs(ctx);
  ctx.note({ act: 'registry.crowd', facts: { what: 'map', conditions } });
  const rows = await selectBuildings(ctx, conditions);
  return {
    buildings: rows.flatMap(({ line, ...rest }) => (line === null ? [] : [{ line, ...rest }])),
    elsewhere: rows.find(({ line }) => line === null)?.people ?? 0,
  };
}

/** As lists and ledgers show them. What may be seen was said before. */
export async function peopleIn(ctx: Ctx, conditions: CrowdConditionsOf, of: Page) {
  const rows = await selectPeople(ctx, conditions, of);
  const names = await labelNames(ctx);
  const day = today(ctx);
  const people = rows.map(
    (row): CrowdPerson => ({
      ...personLine(row, names, day),
      bornOn: row.born_on,
      staysAs: row.stays_as,
      since: row.from_on,
    }),
  );
  return { people, rows };
}
type CrowdConditionsOf = InputOf<typeof countCrowd>['conditions'];

const isOfCity = ({ actor }: Ctx): boolean =>
  (actor.post?.places ?? []).some((place) => levelOf(place) === 'city');
