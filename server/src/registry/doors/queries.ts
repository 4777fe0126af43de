// SPDX-License-Identifier: Apache-2.0
// What stands behind the doors of a street. Who lives there is told as a number alone.
import { streetOf } from '@lilong/contracts/place-no';
import type { RowKey } from '@lilong/contracts/refs';
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { type KeptDoor, roadOf, selectKeptDoors } from '../../places/index.ts';
import { doorPolicy } from '../policy.ts';

/** Doors that the actor may open or keep, in use or closed; those that were merged stand no more. */
export function selectDoors(
  ctx: Ctx,
  to: 'open' | 'keep',
  fits: Expression<SqlBool>,
  most?: number,
): Promise<KeptDoor[]> {
  const mine = sql<SqlBool>`a.status in ('in_use', 'gone') and ${ctx.may(doorPolicy, to, 'a')} and ${fits}`;
  return selectKeptDoors(ctx, mine, most);
}

export const isDoor = (no: number): Expression<SqlBool> => sql<SqlBool>`a.no = ${no}::bigint`;

export interface RoadRow {
  readonly road: string;
  readonly doors: number;
  readonly homes: number;
  readonly closed: string | null;
  readonly placeNames: string[];
}
/** Roads and villages of the street, with what is in use on each. */
export async function selectRoads(ctx: Ctx): Promise<RoadRow[]> {
  const { rows } = await sql<RoadRow>`
    with doors as (
      select ${roadOf} as road, a.status, a.closed_on, a.place,
        (select count(*)::int from registry.home h
          where h.street = a.place / 1000000 and h.address = a.no and h.closed_on is null) as homes
      from places.address a where a.status in ('in_use', 'gone') and ${ctx.may(doorPolicy, 'open', 'a')})
    select d.road, count(*) filter (where d.status = 'in_use')::int as doors, sum(d.homes)::int as homes,
      case when bool_and(d.status = 'gone') then max(d.closed_on) end as closed, array_agg(distinct l.name) as "placeNames"
    from doors d join places.place l on l.no = d.place group by d.road`.execute(ctx.db);
  return rows;
}

/** A home behind a door. */
export interface RoomRow extends RowKey {
  readonly address: number;
  readonly unit: string | null;
  readonly room: string | null;
  readonly door: string;
  readonly closedOn: string | null;
}
export async function selectRooms(ctx: Ctx, doors: readonly KeptDoor[]): Promise<RoomRow[]> {
  const streets = [...new Set(doors.map(({ place }) => streetOf(place)))];
  const numbers = doors.map(({ no }) => no);
  return selectHomesThat(
    ctx,
    sql<SqlBool>`h.street = any(${streets}::int[]) and h.address = any(${numbers}::bigint[])`,
  );
}

export async function selectHomesThat(
  ctx: Ctx,
  fits: Expression<SqlBool>,
  most = 20_000,
): Promise<RoomRow[]> {
  const { rows } = await sql<RoomRow>`
    select h.street, h.no, h.address, h.unit, h.room, h.door, h.closed_on as "closedOn"
    from registry.home h where h.address is not null and ${fits} order by h.street, h.no limit ${most}`.execute(
    ctx.db,
  );
  return rows;
}

export interface Housed {
  readonly home: number;
  readonly person: number;
  readonly lives: boolean;
  /** The last day on which they lived there, when they left. */
  readonly until: string | null;
}
/** Who is or was in these homes, by our number; also those who are in no search. For a count, or to move them along. */
export async function selectHoused(ctx: Ctx, homes: readonly RowKey[]): Promise<Housed[]> {
  const found: Housed[] = [];
  for (const [street, own] of Map.groupBy(homes, (home) => home.street)) {
    const { rows } = await sql<Housed>`
      select * from registry.housed_at(${street}, ${own.map(({ no }) => no)}::bigint[])`.execute(
      ctx.db,
    );
    found.push(...rows);
  }
  return found;
}

/** No number of people under five is shown. */
const fewest = 5;
export async function countPeople(ctx: Ctx, rooms: readonly RowKey[]): Promise<number | null> {
  const housed = await selectHoused(ctx, rooms);
  const people = new Set(housed.filter(({ lives }) => lives).map(({ person }) => person)).size;
  return people < fewest ? null : people;
}

/** Cases whose reporters or workers named this door, or a home behind it. */
export async function countCases(ctx: Ctx, { place, line }: KeptDoor): Promise<number> {
  const { rows } = await sql<{ cases: number }>`
    select count(*)::int as cases from cases.case c where c.place = ${place} and starts_with(c.address, ${line})
      and substr(c.address, length(${line}) + 1, 1) !~ '[-之甲乙丙丁戊己]'`.execute(ctx.db);
  return rows[0]?.cases ?? 0;
}

export async function selectGroupName(ctx: Ctx, door: KeptDoor): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select g.name from registry.group_door d
    join registry.building_group g on g.street = d.street and g.no = d.building_group
    where d.street = ${streetOf(door.place)} and d.address = ${door.no} and d.to_on is null`.execute(
    ctx.db,
  );
  return rows[0]?.name ?? null;
}
