// SPDX-License-Identifier: Apache-2.0
// Doors and homes by a part of their address, as it is or was written, or by the pinyin of their road.
import type { DoorFound, DoorNode, findDoors } from '@lilong/contracts/registry-doors';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { type KeptDoor, pinyinOf, selectAliases, written } from '../../places/index.ts';
import { doorPolicy } from '../policy.ts';
import { doorSteps } from './here.ts';
import { lookAtDoors } from './look.ts';
import { type RoomRow, selectDoors, selectHomesThat, selectRooms } from './queries.ts';
import { selectRoadNames } from './road-names.ts';
import { nodeOf, roads, roomNode } from './tree.ts';

const mostFound = 20;
const mostRoads = 3;

/** Doors first, by the beginning or any part; then homes. Those that were merged or renamed find the one that is now. */
export async function find(
  ctx: Ctx,
  { q }: InputOf<typeof findDoors>,
): Promise<ReplyOf<typeof findDoors>> {
  await lookAtDoors(ctx, 'open');
  const { road, rest } = /^(?<road>[a-z][a-z\s']*)(?<rest>.*)$/iu.exec(q.trim())?.groups ?? {};
  const found =
    road === undefined ? await foundBy(ctx, [written(q)]) : await byPinyin(ctx, road, rest ?? '');
  return { found: found.slice(0, mostFound), more: found.length > mostFound };
}

/** `njdl` and `nanjing` are 南京东路, and `njdl139` what stands there; a road that was renamed has both names. */
async function byPinyin(ctx: Ctx, letters: string, rest: string): Promise<DoorFound[]> {
  const asked = letters.toLowerCase().replace(/[^a-z]/g, '');
  const names = (await selectRoadNames(ctx)).filter(({ road }) => isRead(road, asked));
  if (rest !== '')
    return foundBy(
      ctx,
      names.slice(0, mostRoads).map(({ road }) => written(road + rest)),
    );
  const now = new Set(names.filter(({ former }) => !former).map(({ road }) => road));
  const nodes = (await roads(ctx)).filter(({ name }) => now.has(name));
  const old = names.filter(({ road }) => !now.has(road)).slice(0, mostRoads);
  const renamed =
    old.length === 0
      ? []
      : await foundBy(
          ctx,
          old.map(({ road }) => road),
        );
  return [...nodes.map((node) => ({ ...node, was: null })), ...renamed];
}

function isRead(road: string, asked: string): boolean {
  const syllables = pinyinOf(road).split(' ');
  const initials = syllables.map((one) => one[0] ?? '').join('');
  return initials.startsWith(asked) || syllables.join('').startsWith(asked);
}

async function foundBy(ctx: Ctx, texts: readonly string[]): Promise<DoorFound[]> {
  if (texts.length === 0) return [];
  const has = anyIn('a.line', texts);
  const doors = await selectDoors(ctx, 'open', has, mostFound + 1);
  const old = await selectAliases(
    ctx,
    sql<SqlBool>`${ctx.may(doorPolicy, 'open', 'a')} and ${has}`,
    mostFound + 1,
  );
  const was = new Map(old.map(({ no, was: line }) => [no, line]));
  const known = new Set(doors.map(({ no }) => no));
  const others = [...was.keys()].filter((no) => !known.has(no));
  const survivors = await selectDoors(ctx, 'open', sql<SqlBool>`a.no = any(${others}::bigint[])`);
  const all = [...survivors, ...doors];
  const rooms = await selectRooms(ctx, all);
  const found: DoorFound[] = all.map((door) => ({
    ...foundDoor(door, rooms),
    was: known.has(door.no) ? null : (was.get(door.no) ?? null),
  }));
  return found.length > 0 ? found : foundHomes(ctx, texts);
}

const anyIn = (column: string, texts: readonly string[]) =>
  sql<SqlBool>`exists (select from unnest(${[...texts]}::text[]) as t (text) where strpos(${sql.ref(column)}, t.text) > 0)`;

function foundDoor(door: KeptDoor, rooms: readonly RoomRow[]): DoorNode {
  const step = doorSteps(door).at(-1) as DoorNode; // an address has a last part
  return { ...nodeOf([door], rooms), ...step, line: door.line };
}

async function foundHomes(ctx: Ctx, texts: readonly string[]): Promise<DoorFound[]> {
  const homes = await selectHomesThat(
    ctx,
    sql<SqlBool>`h.closed_on is null and ${anyIn('h.door', texts)}`,
    mostFound + 1,
  );
  return homes.map((room) => ({ ...roomNode(undefined, room), was: null }));
}
