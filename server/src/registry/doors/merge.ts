// SPDX-License-Identifier: Apache-2.0
// Somebody has looked at two doors and says that they are one; or that they are not, after all.
import { daysAfter } from '@lilong/contracts/days';
import { placeRange, streetOf } from '@lilong/contracts/place-no';
import { Refusal } from '@lilong/contracts/refusals';
import type { mergeDoors, undoDoorMerge } from '@lilong/contracts/registry-doors';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { type KeptDoor, lockDoors, selectKeptDoors, setSurvivor } from '../../places/index.ts';
import { undoUntil } from '../merging/merge.ts';
import { changesOf, hold, putBack } from '../merging/rows.ts';
import { lookOver } from '../reach.ts';
import { settleStanding } from '../settle-standing.ts';
import { doorFollowers } from './followers.ts';
import { answerPair } from './hint-queries.ts';
import { selectTaken } from './keep-queries.ts';
import { lookAtDoors } from './look.ts';
import {
  changesIn,
  followBack,
  insertChanges,
  insertMerge,
  joinGroups,
  joinRooms,
  markUndone,
  moveRooms,
  selectMerge,
} from './merge-queries.ts';
import { type RoomRow, selectHoused, selectRooms } from './queries.ts';
import { twoDoors } from './twins.ts';

export async function merge(
  ctx: Ctx,
  input: InputOf<typeof mergeDoors>,
): Promise<ReplyOf<typeof mergeDoors>> {
  const numbers = [input.address, input.other];
  await lookAtDoors(ctx, 'keep');
  await lockDoors(ctx, numbers);
  const [kept, gone] = await twoDoors(ctx, input);
  const street = streetOf(kept.place);
  if (street !== streetOf(gone.place)) throw new Refusal('door.street', {}, 'other');
  const rooms = await selectRooms(ctx, [kept, gone]);
  const persons = await stateAll(ctx, [kept, gone], rooms);
  const before = await hold(ctx, doorFollowers, numbers);
  await follow(ctx, kept, gone, rooms);
  await settle(ctx, [kept, gone], persons);
  const after = await hold(ctx, doorFollowers, numbers);
  const until = await undoUntil(ctx);
  const no = await keep(ctx, street, [kept, gone], until);
  await insertChanges(ctx, street, no, changesOf(doorFollowers, before, after));
  await setSurvivor(ctx, gone.no, kept.no);
  await lookAtDoors(ctx, 'keep');
  await answerPair(ctx, street, [kept.no, gone.no], 'done');
  ctx.note({
    ...{ act: 'registry.door-merged', subject: `address ${kept.no}`, place: kept.place },
    facts: { gone: gone.no, merge: no, homes: rooms.length },
  });
  return { merge: no, undoUntil: until };
}

type Two = readonly [kept: KeptDoor, gone: KeptDoor];

/** Their committees are stated for this act, and everybody in the homes: those who are in no search follow as well. */
async function stateAll(ctx: Ctx, doors: Two, rooms: readonly RoomRow[]): Promise<number[]> {
  const housed = await selectHoused(ctx, rooms);
  const persons = [...new Set(housed.map(({ person }) => person))];
  const { account } = ctx.actor;
  const ranges = doors.map(({ place }) => placeRange(place));
  await lookOver(ctx, ranges, { persons, ...(account === null ? {} : { reader: account }) });
  return persons;
}

async function follow(
  ctx: Ctx,
  kept: KeptDoor,
  gone: KeptDoor,
  rooms: readonly RoomRow[],
): Promise<void> {
  const yesterday = daysAfter(today(ctx), -1);
  const own = rooms.filter(({ address }) => address === kept.no);
  const twins: { street: number; kept: number; gone: number }[] = [];
  const moved: RoomRow[] = [];
  for (const room of rooms.filter(({ address }) => address === gone.no)) {
    const twin = own.find((one) => roomOf(one) === roomOf(room));
    const { street, no } = room;
    if (twin !== undefined) twins.push({ street, kept: twin.no, gone: no });
    else moved.push({ ...room, door: kept.line + behind(room, gone) });
  }
  const taken = await selectTaken(ctx, moved);
  if (taken !== undefined) throw new Refusal('door.there', { line: taken }, 'other');
  await joinRooms(ctx, kept, twins, yesterday);
  await moveRooms(ctx, kept, moved);
  await joinGroups(ctx, streetOf(kept.place), kept, gone, yesterday);
}

/** 501 is 501室. */
const roomOf = ({ unit, room }: RoomRow): string =>
  `${unit ?? ''} ${room?.replace(/室$/, '') ?? ''}`;
const behind = ({ unit, room, door }: RoomRow, { line }: KeptDoor): string =>
  door.startsWith(line) ? door.slice(line.length) : `${unit ?? ''}${room ?? ''}`;

/** The 人户 state is by committee. */
async function settle(ctx: Ctx, [kept, gone]: Two, persons: readonly number[]): Promise<void> {
  if (kept.place === gone.place) return;
  for (const person of persons) await settleStanding(ctx, person);
}

async function keep(ctx: Ctx, street: number, [kept, gone]: Two, until: string): Promise<number> {
  const { post } = ctx.actor;
  if (post === null) throw new Error('nobody merges without a post');
  const { organisation, role } = post;
  const two = { survivor_door: kept.no, gone_door: gone.no };
  return insertMerge(ctx, { street, ...two, organisation, role, undo_until: until });
}

/** They are two doors after all. */
export async function undo(
  ctx: Ctx,
  { merge: no }: InputOf<typeof undoDoorMerge>,
): Promise<ReplyOf<typeof undoDoorMerge>> {
  await lookAtDoors(ctx, 'keep');
  const row = await selectMerge(ctx, no);
  if (row === undefined) throw new Refusal('found.nothing', { what: 'merge' }, 'merge');
  const { survivor_door: survivor, gone_door: other, undo_until: until } = row;
  await lockDoors(ctx, [survivor, other]);
  const doors = await selectKeptDoors(ctx, sql<SqlBool>`a.no in (${survivor}, ${other})`);
  const [kept, gone] = [survivor, other].map((one) => doors.find((door) => door.no === one));
  if (kept === undefined || gone === undefined) throw new Error(`merge ${no} has no doors`);
  if (until < today(ctx)) throw new Refusal('registry.merge-over', { day: until });
  if (kept.status !== 'in_use') throw new Refusal('door.merge-since', {});
  const two: Two = [kept, gone];
  const persons = await stateAll(ctx, two, await selectRooms(ctx, two));
  await markUndone(ctx, row);
  await setSurvivor(ctx, other, null);
  await putBack(ctx, doorFollowers, 'address', changesIn(row));
  await followBack(ctx, row, gone);
  await settle(ctx, two, persons);
  ctx.note({
    ...{ act: 'registry.door-parted', subject: `address ${survivor}`, place: kept.place },
    facts: { gone: other, merge: no },
  });
  return { done: true };
}
