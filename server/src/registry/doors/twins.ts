// SPDX-License-Identifier: Apache-2.0
// 可能是同一处: doors of the street with the same words in two committees, or two spellings of one standard address.
import { streetOf } from '@lilong/contracts/place-no';
import { Refusal } from '@lilong/contracts/refusals';
import type {
  besideDoors,
  DoorPair,
  DoorSide,
  DoorTwin,
  keepDoorsApart,
  listDoorTwins,
} from '@lilong/contracts/registry-doors';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { type SqlBool, sql } from 'kysely';
import { dateOfDay, zoneOf } from '../../kernel/calendar-zone.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { type KeptDoor, standardOf } from '../../places/index.ts';
import { answerPair } from './hint-queries.ts';
import { lookAtDoors } from './look.ts';
import { insertApart, selectAparts, selectLately } from './merge-queries.ts';
import {
  countCases,
  countPeople,
  isDoor,
  selectDoors,
  selectGroupName,
  selectRooms,
} from './queries.ts';

const most = 50;
const mostDoors = 100_000;

export async function showTwins(ctx: Ctx): Promise<ReplyOf<typeof listDoorTwins>> {
  await lookAtDoors(ctx, 'keep');
  const found = await selectTwins(ctx);
  const shown = found.slice(0, most);
  const rooms = await selectRooms(ctx, shown.flat());
  const homesOf = ({ no }: KeptDoor): number =>
    rooms.filter(({ address, closedOn }) => address === no && closedOn === null).length;
  return {
    pairs: shown.map(([one, other]) => pairOf(one, other, homesOf)),
    more: found.length > most,
    merged: await lately(ctx),
  };
}

export const countTwins = async (ctx: Ctx): Promise<number> => (await selectTwins(ctx)).length;

type Pair = readonly [KeptDoor, KeptDoor];
/** Each later one with the first of those that are alike, but for those that somebody has seen to be two. */
async function selectTwins(ctx: Ctx): Promise<Pair[]> {
  const inUse = sql<SqlBool>`a.status = 'in_use'`;
  const doors = await selectDoors(ctx, 'keep', inUse, mostDoors);
  const alike = Map.groupBy(doors, ({ place, line }) => `${streetOf(place)} ${standardOf(line)}`);
  const aparts = new Set(await selectAparts(ctx));
  return [...alike.values()].flatMap((all) => {
    const [first, ...others] = all.toSorted((one, other) => one.no - other.no);
    if (first === undefined) return [];
    return others
      .filter(({ no }) => !aparts.has(`${first.no} ${no}`))
      .map((other): Pair => [first, other]);
  });
}

function pairOf(first: KeptDoor, second: KeptDoor, homesOf: (door: KeptDoor) => number): DoorPair {
  const isLess = homesOf(second) > homesOf(first);
  const [keep, other] = isLess ? [second, first] : [first, second];
  const because = first.line === second.line ? 'same' : 'spelling';
  return { because, keep: twinOf(keep, homesOf(keep)), other: twinOf(other, homesOf(other)) };
}

const twinOf = ({ no, line, placeName }: KeptDoor, homes: number): DoorTwin => ({
  ...{ address: no, line, placeName, homes },
});

async function lately(ctx: Ctx) {
  const rows = await selectLately(ctx, today(ctx), most);
  const zone = zoneOf(ctx.config.TIME_ZONE);
  return rows.map(({ at, ...row }) => ({ ...row, on: dateOfDay(zone.dayOf(at.getTime())) }));
}

export async function showBeside(
  ctx: Ctx,
  { address, other }: InputOf<typeof besideDoors>,
): Promise<ReplyOf<typeof besideDoors>> {
  await lookAtDoors(ctx, 'keep');
  const [one, two] = await twoDoors(ctx, { address, other });
  return { one: await sideOf(ctx, one), other: await sideOf(ctx, two) };
}

/** Two doors in use. @throws {Refusal} `found.nothing`, `registry.merge-self` */
export async function twoDoors(
  ctx: Ctx,
  { address, other }: InputOf<typeof besideDoors>,
): Promise<[KeptDoor, KeptDoor]> {
  if (address === other) throw new Refusal('registry.merge-self', {}, 'other');
  const [one] = await selectDoors(ctx, 'keep', isDoor(address));
  const [two] = await selectDoors(ctx, 'keep', isDoor(other));
  if (one?.status !== 'in_use') throw new Refusal('found.nothing', { what: 'door' }, 'address');
  if (two?.status !== 'in_use') throw new Refusal('found.nothing', { what: 'door' }, 'other');
  return [one, two];
}

async function sideOf(ctx: Ctx, door: KeptDoor): Promise<DoorSide> {
  const rooms = (await selectRooms(ctx, [door])).filter(({ closedOn }) => closedOn === null);
  return {
    ...twinOf(door, rooms.length),
    rooms: rooms.map(({ unit, room }) => `${unit ?? ''}${room ?? ''}`),
    people: await countPeople(ctx, rooms),
    groupName: await selectGroupName(ctx, door),
    cases: await countCases(ctx, door),
  };
}

/** Two doors of one spelling, perhaps: not proposed again. */
export async function apart(
  ctx: Ctx,
  input: InputOf<typeof keepDoorsApart>,
): Promise<ReplyOf<typeof keepDoorsApart>> {
  await lookAtDoors(ctx, 'keep');
  const [one, two] = await twoDoors(ctx, input);
  if (streetOf(one.place) !== streetOf(two.place)) throw new Refusal('door.street', {}, 'other');
  await insertApart(ctx, streetOf(one.place), [one.no, two.no]);
  await answerPair(ctx, streetOf(one.place), [one.no, two.no], 'declined');
  ctx.note({
    ...{ act: 'registry.doors-apart', subject: `address ${one.no}`, place: one.place },
    facts: { other: two.no },
  });
  return { done: true };
}
