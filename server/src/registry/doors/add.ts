// SPDX-License-Identifier: Apache-2.0
// A door that is not known yet, or a home behind one. What was closed is opened again.
import { isWithin, streetOf } from '@lilong/contracts/place-no';
import { formatRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { putDoor } from '@lilong/contracts/registry-doors';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import {
  beginsWith,
  freeNames,
  insertDoor,
  reopenDoor,
  type StandardAddress,
  selectAliases,
  selectCommitteesIn,
} from '../../places/index.ts';
import { goToDoor, type Here } from './here.ts';
import { insertRoom, reopenHomes, reopenRoom, selectRoomCalled } from './keep-queries.ts';
import { selectDoors, selectRoads } from './queries.ts';
import { doorLine, readName } from './read-name.ts';

export async function add(
  ctx: Ctx,
  { name, place, ...at }: InputOf<typeof putDoor>,
): Promise<ReplyOf<typeof putDoor>> {
  const here = await goToDoor(ctx, at, 'keep');
  const roads = (await selectRoads(ctx)).map(({ road }) => road);
  const address = readName(lineOf(here), name, roads);
  const line = doorLine(address);
  const committee = await committeeFor(ctx, address, place);
  const isRoom = address.unit !== null || address.room !== null;
  const door = await doorAt(ctx, committee, line, address, isRoom);
  const home = isRoom ? await roomAt(ctx, committee, { door, line }, address) : null;
  ctx.note({ act: 'registry.door-kept', subject: `address ${door}`, place: committee });
  return { line: `${line}${address.unit ?? ''}${address.room ?? ''}`, address: door, home };
}

/** What stands before a part that is typed. */
export function lineOf({ steps, door, rooms }: Here): string {
  const last = steps.at(-1);
  if (rooms !== undefined) return `${door?.line ?? ''}${last?.unit ?? ''}`;
  return door?.line ?? last?.path ?? '';
}

/** As told; else the one in which the lane lies, or the road. */
async function committeeFor(
  ctx: Ctx,
  { road, lane }: StandardAddress,
  told: number | undefined,
): Promise<number> {
  const ranges = ctx.actor.post?.ranges ?? [];
  const all = await selectCommitteesIn(ctx, ranges);
  if (told !== undefined && all.some(({ place }) => place === told)) return told;
  const near = await selectDoors(ctx, 'keep', beginsWith(`${road ?? ''}${lane ?? ''}`));
  const [place, other] = new Set(near.map((door) => door.place));
  if (told !== undefined || place === undefined || other !== undefined)
    throw new Refusal('door.place', {}, 'place');
  return place;
}

/** The door of this line, made or opened again where there is none in use. */
async function doorAt(
  ctx: Ctx,
  place: number,
  line: string,
  address: StandardAddress,
  isFor: boolean,
): Promise<number> {
  await freeNames(ctx, [{ place, line }]);
  const here = sql<SqlBool>`a.place = ${place} and a.line = ${line}`;
  const [alias] = await selectAliases(ctx, here);
  if (alias !== undefined) throw new Refusal('door.merged', { line, now: alias.line }, 'name');
  const [door] = await selectDoors(ctx, 'keep', here);
  if (door === undefined) {
    const made = await insertDoor(ctx, place, line, address);
    if (made === undefined) throw new Refusal('door.place', {}, 'place');
    return made;
  }
  if (door.status === 'in_use' && !isFor) throw new Refusal('door.there', { line }, 'name');
  if (door.closedOn !== null && !isFor) await reopenHomes(ctx, door, door.closedOn);
  if (door.status === 'gone') await reopenDoor(ctx, door.no);
  return door.no;
}

async function roomAt(
  ctx: Ctx,
  place: number,
  { door, line }: { readonly door: number; readonly line: string },
  { unit, room }: StandardAddress,
): Promise<string> {
  const street = streetOf(place);
  const words = `${line}${unit ?? ''}${room ?? ''}`;
  const known = await selectRoomCalled(ctx, street, words);
  if (known === undefined)
    return formatRef(
      'F',
      await insertRoom(ctx, { street, place, address: door, unit, room, door: words }),
    );
  const isOurs = known.address === null || known.address === door;
  if (known.closedOn === null || !isOurs || !isWithin(known.place, place))
    throw new Refusal('door.there', { line: words }, 'name');
  await reopenRoom(ctx, known);
  return formatRef('F', known);
}
