// SPDX-License-Identifier: Apache-2.0
// A place gets another name or number, or is no more from a day on.
import { Refusal } from '@lilong/contracts/refusals';
import type { closeDoor, renameDoor } from '@lilong/contracts/registry-doors';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import {
  closeDoors,
  type KeptDoor,
  lockDoors,
  rewriteDoors,
  selectKeptDoors,
  stepsOf,
  written,
} from '../../places/index.ts';
import { goToDoor, type Here } from './here.ts';
import { closeRooms, endGroupDoors, rewriteRooms, selectTaken } from './keep-queries.ts';
import { type RoomRow, selectHoused, selectRooms } from './queries.ts';
import { readLine } from './read-name.ts';

export async function rename(
  ctx: Ctx,
  { name, ...at }: InputOf<typeof renameDoor>,
): Promise<ReplyOf<typeof renameDoor>> {
  const here = await goToDoor(ctx, at, 'keep');
  if (here.steps.length === 0) throw new Refusal('found.nothing', { what: 'door' }, 'path');
  const typed = written(name);
  const line =
    here.rooms === undefined
      ? await renameDoors(ctx, here, typed)
      : await renameRooms(ctx, here, here.rooms, typed);
  noteKept(ctx, here);
  return { line };
}

function noteKept(ctx: Ctx, { doors }: Here): void {
  const [first] = doors;
  if (first !== undefined)
    ctx.note({
      ...{ act: 'registry.door-kept', subject: `address ${first.no}`, place: first.place },
      facts: { doors: doors.length },
    });
}

/** All that is beneath is written anew: 139弄 becomes 141弄 in the address of each of its doors and homes. */
async function renameDoors(ctx: Ctx, { steps, doors, door }: Here, name: string): Promise<string> {
  const own = steps.at(-1);
  const old = door?.line ?? own?.path ?? '';
  const path = old.slice(0, old.length - (own?.name.length ?? 0)) + name;
  const rewritten = doors.map((one) => anew(one, old, path, own?.part));
  await lockDoors(
    ctx,
    doors.map(({ no }) => no),
  );
  await refuseTaken(ctx, rewritten);
  const rooms = (await selectRooms(ctx, doors)).flatMap((room) => {
    const was = doors.find(({ no }) => no === room.address)?.line ?? '';
    const now = rewritten.find(({ no }) => no === room.address)?.line ?? '';
    return room.door.startsWith(was) ? [{ ...room, door: now + room.door.slice(was.length) }] : [];
  });
  const taken = await selectTaken(ctx, rooms);
  if (taken !== undefined) throw new Refusal('door.there', { line: taken }, 'name');
  await rewriteDoors(ctx, rewritten);
  await rewriteRooms(ctx, rooms);
  return path;
}

/** @throws {Refusal} `door.grammar` when the new name is none of that kind */
function anew({ no, place, line: was }: KeptDoor, old: string, path: string, part?: string) {
  const line = path + was.slice(old.length);
  const address = readLine(line);
  const isStep = stepsOf(line, null).some((step) => step.path === path && step.part === part);
  if (!isStep) throw new Refusal('door.grammar', { line: path }, 'name');
  return { no, place, line, was, address };
}

async function refuseTaken(
  ctx: Ctx,
  doors: readonly { readonly no: number; readonly place: number; readonly line: string }[],
): Promise<void> {
  const [taken] = await selectKeptDoors(
    ctx,
    sql<SqlBool>`(a.place, a.line) in (select * from unnest(${doors.map(({ place }) => place)}::bigint[], ${doors.map(({ line }) => line)}::text[]))
      and a.status <> 'former' and a.no <> all(${doors.map(({ no }) => no)}::bigint[])`,
    1,
  );
  if (taken !== undefined) throw new Refusal('door.there', { line: taken.line }, 'name');
}

/** A unit, or one home: 502室, or 2单元502室. */
async function renameRooms(
  ctx: Ctx,
  { steps, door }: Here,
  rooms: readonly RoomRow[],
  name: string,
): Promise<string> {
  const line = door?.line ?? '';
  const isRoom = steps.at(-1)?.part === 'room';
  const rewritten = rooms.map((one) => {
    const behind = isRoom
      ? (name.includes('单元') ? '' : (one.unit ?? '')) + name
      : name + (one.room ?? '');
    const { unit, room, ...rest } = readLine(line + behind);
    const isDoor =
      [rest.number, rest.building].join('') !== '' &&
      line.endsWith(rest.building ?? rest.number ?? '');
    if (!isDoor || (isRoom ? room === null : unit !== name))
      throw new Refusal('door.grammar', { line: line + name }, 'name');
    return { ...one, unit, room, door: `${line}${unit ?? ''}${room ?? ''}` };
  });
  const taken = await selectTaken(ctx, rewritten);
  if (taken !== undefined) throw new Refusal('door.there', { line: taken }, 'name');
  await rewriteRooms(ctx, rewritten);
  return isRoom ? (rewritten[0]?.door ?? line) : line + name;
}

export async function close(
  ctx: Ctx,
  { on, ...at }: InputOf<typeof closeDoor>,
): Promise<ReplyOf<typeof closeDoor>> {
  const here = await goToDoor(ctx, at, 'keep');
  if (here.steps.length === 0) throw new Refusal('found.nothing', { what: 'door' }, 'path');
  if (on > today(ctx)) throw new Refusal('registry.not-yet', { day: today(ctx) }, 'on');
  const doors = here.doors.filter(({ status }) => status === 'in_use');
  await lockDoors(
    ctx,
    doors.map(({ no }) => no),
  );
  const rooms = here.rooms ?? (await selectRooms(ctx, doors));
  await refuseLivedIn(ctx, rooms, on);
  await closeRooms(ctx, rooms, on);
  if (here.rooms === undefined) {
    await endGroupDoors(ctx, doors, on);
    await closeDoors(
      ctx,
      doors.map(({ no }) => no),
      on,
    );
  }
  const [first] = here.doors;
  ctx.note({
    ...{ act: 'registry.door-closed', subject: `address ${first?.no}`, place: first?.place },
    facts: { on, doors: doors.length, homes: rooms.length },
  });
  return { done: true };
}

/** @throws {Refusal} `door.lived-in` with the first home where somebody lives, `door.lived-until` where they left later */
async function refuseLivedIn(ctx: Ctx, rooms: readonly RoomRow[], on: string): Promise<void> {
  const housed = await selectHoused(ctx, rooms);
  const lived = new Set(housed.filter(({ lives }) => lives).map(({ home }) => home));
  const room = rooms.find(({ no }) => lived.has(no));
  if (room !== undefined) throw new Refusal('door.lived-in', { line: room.door });
  const last = housed.toSorted((one, other) =>
    (other.until ?? '').localeCompare(one.until ?? ''),
  )[0];
  if (last?.until == null || last.until <= on) return;
  const line = rooms.find(({ no }) => no === last.home)?.door ?? '';
  throw new Refusal('door.lived-until', { line, day: last.until }, 'on');
}
