// SPDX-License-Identifier: Apache-2.0
import { committeeOf } from '@lilong/contracts/place-no';
import type { RowKey } from '@lilong/contracts/refs';
import { type Expression, type Selectable, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import type { DB } from '../../kernel/tables.ts';
import { isOn } from '../card-queries.ts';
import { groupPolicy } from '../policy.ts';

export type GroupRow = Selectable<DB['registry.building_group']>;
export type LeaderRow = Selectable<DB['registry.group_leader']>;
export interface LineRow extends GroupRow {
  readonly placeName: string;
  readonly doors: number;
  readonly homes: number;
  readonly people: number;
  readonly can: Record<string, boolean>;
}

/** Groups with how many doors, homes and people; row-level security decides who is counted. */
async function selectGroups(ctx: Ctx, of: Expression<SqlBool>): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`
    select g.*, l.name as "placeName", n.doors, n.homes, n.people, ${ctx.can(groupPolicy, ['change'], 'g').as('can')}
    from registry.building_group g join places.place l on l.no = g.place
    cross join lateral (
      select count(distinct d.no)::int as doors, count(distinct h.no)::int as homes, count(distinct p.person)::int as people
      from registry.group_door d
      left join registry.home h on h.street = d.street and h.address = d.address and h.closed_on is null
      left join registry.presence p on p.street = h.street and p.home = h.no and p.role = 'lives' and p.to_on is null
      where d.street = g.street and d.building_group = g.no and d.to_on is null) n
    where ${of} order by g.place, length(g.name), g.name`.execute(ctx.db);
  return rows;
}

export const selectLines = (ctx: Ctx): Promise<LineRow[]> =>
  selectGroups(ctx, sql<SqlBool>`g.to_on is null and ${ctx.may(groupPolicy, 'open', 'g')}`);

export async function selectGroup(ctx: Ctx, { street, no }: RowKey): Promise<LineRow | undefined> {
  return (await selectGroups(ctx, sql<SqlBool>`g.street = ${street} and g.no = ${no}`))[0];
}

/** Who looks after these groups, or did; the last ones first. */
export async function selectLeaders(ctx: Ctx, groups: readonly RowKey[]): Promise<LeaderRow[]> {
  const { rows } = await sql<LeaderRow>`
    select * from registry.group_leader r where (r.street, r.building_group) in (
      select * from unnest(${groups.map(({ street }) => street)}::int[], ${groups.map(({ no }) => no)}::bigint[]))
    order by r.from_on desc, r.no desc`.execute(ctx.db);
  return rows;
}

/** The group to which a home's door belonged on a day. */
export async function selectGroupOf(
  ctx: Ctx,
  { street, address }: { readonly street: number; readonly address: number | null },
  day: string,
): Promise<Pick<GroupRow, 'street' | 'no' | 'name'> | undefined> {
  const { rows } = await sql<Pick<GroupRow, 'street' | 'no' | 'name'>>`
    select g.street, g.no, g.name from registry.group_door d
    join registry.building_group g on g.street = d.street and g.no = d.building_group
    where d.street = ${street} and d.address = ${address}::bigint and ${isOn('d', day)} order by d.no desc limit 1`.execute(
    ctx.db,
  );
  return rows[0];
}

export interface DoorRow {
  readonly address: number;
  readonly line: string;
  readonly lane: string;
  readonly homes: number;
  readonly groupNo: number | null;
  readonly groupName: string | null;
}
/** Doors of a committee, road by road and lane by lane, as their numbers count. */
export async function selectDoors(ctx: Ctx, { street, place }: Pick<GroupRow, 'street' | 'place'>) {
  const { rows } = await sql<DoorRow>`
    select a.no as address, a.line, coalesce(a.road, '') || coalesce(a.lane, '') as lane, g.no as "groupNo", g.name as "groupName",
      (select count(*)::int from registry.home h where h.street = ${street} and h.address = a.no and h.closed_on is null) as homes
    from places.address a
    left join registry.group_door d on d.street = ${street} and d.address = a.no and d.to_on is null
    left join registry.building_group g on g.street = d.street and g.no = d.building_group
    where a.place = ${committeeOf(place)} and a.status = 'in_use'
    order by a.road nulls last, coalesce(substring(a.lane from '[0-9]+')::bigint, 0), a.lane nulls first,
      coalesce(substring(a.number from '[0-9]+')::bigint, 0), a.line`.execute(ctx.db);
  return rows;
}

/** Doors of these committees that no group has. */
export async function countFree(ctx: Ctx, places: readonly number[]): Promise<number> {
  const { rows } = await sql<{ free: number }>`
    select count(*)::int as free from places.address a
    where a.place = any(${places.map(committeeOf)}::bigint[]) and a.status = 'in_use'
      and not exists (select from registry.group_door d where d.street = a.place / 1000000 and d.address = a.no and d.to_on is null)`.execute(
    ctx.db,
  );
  return rows[0]?.free ?? 0;
}

/** Ends the doors of a street that are in a group today; what was put in today was never there. */
export async function endDoors(
  ctx: Ctx,
  street: number,
  of: Expression<SqlBool>,
  day: string,
): Promise<void> {
  await sql`delete from registry.group_door d where d.street = ${street} and d.to_on is null and d.from_on = ${day}::date and ${of}`.execute(
    ctx.db,
  );
  await sql`update registry.group_door d set to_on = ${day}::date - 1 where d.street = ${street} and d.to_on is null and ${of}`.execute(
    ctx.db,
  );
}

/** Puts those of the addresses that are doors of the group's committee into it. */
export async function insertDoors(
  ctx: Ctx,
  { street, no, place }: Pick<GroupRow, 'street' | 'no' | 'place'>,
  addresses: readonly number[],
  day: string,
): Promise<void> {
  await sql`insert into registry.group_door (street, building_group, address, from_on)
    select ${street}::int, ${no}::bigint, a.no, ${day}::date from places.address a
    where a.no = any(${[...addresses]}::bigint[]) and a.place = ${committeeOf(place)} and a.status = 'in_use'
    on conflict (street, address) where to_on is null do nothing`.execute(ctx.db);
}
