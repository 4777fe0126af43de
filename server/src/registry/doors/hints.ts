// SPDX-License-Identifier: Apache-2.0
// A committee knows its lanes: it tells the street of a door that is missing, or of two that are one. The street answers.
import { Refusal } from '@lilong/contracts/refusals';
import type { listDoorHints, settleDoorHint, tellDoor } from '@lilong/contracts/registry-doors';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { printAddress, selectCommitteesIn } from '../../places/index.ts';
import { doorPolicy } from '../policy.ts';
import { add, lineOf } from './add.ts';
import { goToDoor } from './here.ts';
import { answerHint, type HintRow, insertHint, selectHint, selectHints } from './hint-queries.ts';
import { lookAtDoors } from './look.ts';
import { isDoor, selectDoors, selectRoads } from './queries.ts';
import { readName } from './read-name.ts';

export async function tell(
  ctx: Ctx,
  { name, other, ...at }: InputOf<typeof tellDoor>,
): Promise<ReplyOf<typeof tellDoor>> {
  ctx.requireEver(doorPolicy, 'hint');
  const { place, line, pair } =
    other === undefined ? await missing(ctx, at, name) : await twins(ctx, at.address ?? 0, other);
  if (!(await insertHint(ctx, place, pair === undefined ? { line } : { pair })))
    throw new Refusal('door.hinted', { line }, 'name');
  ctx.note({ act: 'registry.door-told', subject: `place ${place}`, place });
  return { line };
}

interface Told {
  readonly place: number;
  readonly line: string;
  readonly pair?: readonly [number, number];
}

/** An address that the street does not have. */
async function missing(ctx: Ctx, at: Parameters<typeof goToDoor>[1], name = ''): Promise<Told> {
  const here = await goToDoor(ctx, at, 'open');
  const roads = (await selectRoads(ctx)).map(({ road }) => road);
  const address = readName(lineOf(here), name, roads);
  const [committee] = await selectCommitteesIn(ctx, ctx.actor.post?.ranges ?? []);
  const place = here.door?.place ?? committee?.place ?? 0;
  const line = printAddress(address);
  const [there] = await selectDoors(
    ctx,
    'open',
    sql<SqlBool>`a.line = ${line} and a.status = 'in_use'`,
  );
  if (there !== undefined) throw new Refusal('door.there', { line }, 'name');
  return { place, line };
}

/** Two doors of the committee, or one of them and another that it sees. */
async function twins(ctx: Ctx, address: number, other: number): Promise<Told> {
  await lookAtDoors(ctx, 'open');
  if (address === other) throw new Refusal('registry.merge-self', {}, 'other');
  const [one] = await selectDoors(ctx, 'open', isDoor(address));
  const [two] = await selectDoors(ctx, 'open', isDoor(other));
  if (one?.status !== 'in_use') throw new Refusal('found.nothing', { what: 'door' }, 'address');
  if (two?.status !== 'in_use') throw new Refusal('found.nothing', { what: 'door' }, 'other');
  return { place: one.place, line: `${one.line} = ${two.line}`, pair: [address, other] };
}

export async function showHints(ctx: Ctx): Promise<ReplyOf<typeof listDoorHints>> {
  await lookAtDoors(ctx, 'open');
  return { hints: (await selectHints(ctx)).map(hintLine) };
}

function hintLine(row: HintRow): ReplyOf<typeof listDoorHints>['hints'][number] {
  const { no, one_door: address, other_door: other, placeName, state, reason } = row;
  return {
    ...{ hint: no, address, other, placeName, state, reason },
    ...{ line: row.line ?? row.oneLine ?? '', otherLine: row.otherLine },
    at: row.at.toISOString(),
  };
}

/** A missing door is added as it was told; two that are one are merged where they stand side by side. */
export async function settle(
  ctx: Ctx,
  { hint: no, accept, reason }: InputOf<typeof settleDoorHint>,
): Promise<ReplyOf<typeof settleDoorHint>> {
  await lookAtDoors(ctx, 'keep');
  const hint = await selectHint(ctx, no);
  if (hint === undefined) throw new Refusal('found.nothing', { what: 'door' }, 'hint');
  if (accept && hint.line === null) throw new Refusal('found.nothing', { what: 'door' }, 'accept');
  if (!accept && reason === undefined) throw new Refusal('objection.reason', {}, 'reason');
  if (accept) await add(ctx, { name: hint.line ?? '', place: hint.place });
  await answerHint(ctx, hint, accept ? 'done' : 'declined', reason ?? null);
  ctx.note({ act: 'registry.door-answered', subject: `hint ${no}`, place: hint.place });
  return { done: true };
}
