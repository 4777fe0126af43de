// SPDX-License-Identifier: Apache-2.0
// The doors of a street as its desk keeps them: every statement about `places.address`. Whose they are, the caller says.
import type { PlaceRange } from '@lilong/contracts/place-no';
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import type { Db } from '../kernel/db.ts';
import { columnsOf } from './door-lines.ts';
import type { StandardAddress } from './standard-address.ts';

export interface KeptDoor {
  readonly no: number;
  readonly place: number;
  readonly placeName: string;
  readonly road: string | null;
  readonly line: string;
  readonly status: 'in_use' | 'gone' | 'merged' | 'former';
  readonly closedOn: string | null;
  readonly about: boolean;
  readonly survivor: number | null;
}
type Which = Expression<SqlBool>;

/** Doors that fit, as `a`. */
export async function selectKeptDoors(ctx: Ctx, fits: Which, most = 5_000): Promise<KeptDoor[]> {
  const { rows } = await sql<KeptDoor>`
    select a.no, a.place, l.name as "placeName", a.road, a.line, a.status, a.closed_on as "closedOn", a.about, a.survivor
    from places.address a join places.place l on l.no = a.place
    where ${fits} order by a.line, a.no limit ${most}`.execute(ctx.db);
  return rows;
}

/** Locked, in the order of their numbers: two who keep one door take turns. */
export async function lockDoors(ctx: Ctx, doors: readonly number[]): Promise<void> {
  await sql`select from places.address where no = any(${[...doors]}::bigint[]) order by no for update`.execute(
    ctx.db,
  );
}

const highest = '\u{10ffff}';
/** Whose line begins so; by comparisons, which an index answers. */
export const beginsWith = (path: string): Which =>
  sql<SqlBool>`(a.line >= ${path} and a.line < ${path + highest})`;

/** The road of a door, or the village that its address begins with. */
export const roadOf = sql<string>`coalesce(a.road, nullif(left(a.line, strpos(a.line, coalesce(a.lane, a.number)) - 1), ''), a.line)`;

/** Adds a door where its neighbours are: of the lane, of the road, or else in the middle of its committee. */
export async function insertDoor(
  { db }: { readonly db: Db },
  place: number,
  line: string,
  address: StandardAddress,
): Promise<number | undefined> {
  const { road, lane, number } = columnsOf(address);
  const near = (which: Which) => sql`(select st_centroid(st_collect(a.point)) from places.address a
    where a.place = ${place} and a.status = 'in_use' and ${which})`;
  const onRoad = sql<SqlBool>`a.road is not distinct from ${road}::text`;
  const inLane = sql<SqlBool>`${onRoad} and a.lane = ${lane}::text`;
  const { rows } = await sql<{ no: number }>`
    insert into places.address (place, road, lane, number, line, point, about, generated)
    select ${place}::bigint, ${road}::text, ${lane}::text, ${number}::text, ${line}::text, p.point, true, false
    from (select coalesce(${near(inLane)}, ${near(onRoad)}, (select o.centre from places.outline o where o.place = ${place}),
      ${near(sql<SqlBool>`true`)}) as point) p where p.point is not null returning no`.execute(db);
  return rows[0]?.no;
}

export interface Rewritten {
  readonly no: number;
  readonly place: number;
  readonly line: string;
  readonly was: string;
  readonly address: StandardAddress;
}
/** Other words for the same doors; what they were called leads to them, until another door is called so. */
export async function rewriteDoors(ctx: Ctx, doors: readonly Rewritten[]): Promise<void> {
  await freeNames(ctx, doors);
  const { rows: old } = await sql<{ no: number; road: string; lane: string; number: string }>`
    select no, road, lane, number from places.address where no = any(${doors.map(({ no }) => no)}::bigint[])`.execute(
    ctx.db,
  );
  const rows = doors.map(({ no, line, address }) => ({ no, line, ...columnsOf(address) }));
  const was = new Map(doors.map((door) => [door.no, door.was]));
  const former = old.map((row) => ({ ...row, line: was.get(row.no) ?? '' }));
  await sql`
    update places.address a set line = n.line, road = n.road, lane = n.lane, number = n.number
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as n (no bigint, line text, road text, lane text, number text)
    where a.no = n.no`.execute(ctx.db);
  await sql`
    insert into places.address (place, road, lane, number, line, point, status, survivor, generated)
    select a.place, n.road, n.lane, n.number, n.line, a.point, 'former', a.no, false
    from json_to_recordset(${JSON.stringify(former)}::text::json) as n (no bigint, line text, road text, lane text, number text)
    join places.address a on a.no = n.no on conflict (place, line) do nothing`.execute(ctx.db);
}

/** Former names that are wanted again. */
export async function freeNames(
  ctx: Ctx,
  doors: readonly Pick<KeptDoor, 'place' | 'line'>[],
): Promise<void> {
  await sql`delete from places.address a where a.status = 'former'
    and (a.place, a.line) in (select * from unnest(${doors.map(({ place }) => place)}::bigint[], ${doors.map(({ line }) => line)}::text[]))`.execute(
    ctx.db,
  );
}

export async function closeDoors(ctx: Ctx, doors: readonly number[], on: string): Promise<void> {
  await sql`update places.address set status = 'gone', closed_on = ${on}::date
    where no = any(${[...doors]}::bigint[]) and status = 'in_use'`.execute(ctx.db);
}

export async function reopenDoor(ctx: Ctx, door: number): Promise<void> {
  await sql`update places.address set status = 'in_use', closed_on = null where no = ${door} and status = 'gone'`.execute(
    ctx.db,
  );
}

/** The other door became part of this one, or is one of its own again. */
export async function setSurvivor(ctx: Ctx, gone: number, survivor: number | null): Promise<void> {
  await sql`update places.address set survivor = ${survivor}::bigint,
    status = case when ${survivor}::bigint is null then 'in_use' else 'merged' end where no = ${gone}`.execute(
    ctx.db,
  );
}

export interface Alias {
  readonly was: string;
  readonly line: string;
  readonly no: number;
  readonly place: number;
}
/** Merged doors and former names that fit, as `a`, each with the door that it is now. */
export async function selectAliases(
  { db }: { readonly db: Db },
  fits: Which,
  most = 5_000,
): Promise<Alias[]> {
  const { rows } = await sql<Alias>`
    with recursive chain as (
      select a.line as was, a.survivor from places.address a where a.survivor is not null and ${fits}
      union all
      select c.was, s.survivor from chain c join places.address s on s.no = c.survivor where s.survivor is not null)
    select c.was, s.line, s.no, s.place from chain c join places.address s on s.no = c.survivor
    where s.survivor is null order by c.was limit ${most}`.execute(db);
  return rows;
}

/** Committees of these ranges that are in force. */
export async function selectCommitteesIn(
  ctx: Ctx,
  ranges: readonly PlaceRange[],
): Promise<{ place: number; name: string }[]> {
  const within = sql.join(
    ranges.map(({ first, last }) => sql`p.no between ${first} and ${last}`),
    sql` or `,
  );
  const { rows } = await sql<{ place: number; name: string }>`
    select p.no as place, p.name from places.place p
    where p.level = 'committee' and p.valid_to is null and (${within}) order by p.no`.execute(
    ctx.db,
  );
  return rows;
}
