// SPDX-License-Identifier: Apache-2.0
import type { PlaceRange } from '@lilong/contracts/place-no';
import type { PlaceLine } from '@lilong/contracts/places';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import type { Spot } from './datum.ts';
import type { Drawable } from './map.ts';
import { beginning, type Sought } from './words.ts';

/** A point this near to an outline still belongs to it: outlines have small gaps. In metres. */
const GAP_METRES = 300;
const METRES_PER_DEGREE = 111_000;
export const GAP_DEGREES = GAP_METRES / METRES_PER_DEGREE;
/** Doors looked at for one search; a road's name alone may match very many. */
const MOST_DOORS = 4_000;
/** Roads whose committees are looked up for one search. */
const MOST_ROADS = 6;

/** Columns of a `PlaceLine` of `p`, joined by `parents`. */
const line = sql`p.no, p.level, p.name, p.pinyin, p.generated,
  array_remove(array[p4.name, p3.name, p2.name, p1.name], null) as path`;
const parents = sql`
  left join places.place p1 on p1.no = p.parent
  left join places.place p2 on p2.no = p1.parent
  left join places.place p3 on p3.no = p2.parent
  left join places.place p4 on p4.no = p3.parent`;

/** Not closed on the day of the request. */
const open = (ctx: Ctx) =>
  sql`p.valid_from <= ${today(ctx)}::date and (p.valid_to is null or p.valid_to >= ${today(ctx)}::date)`;

const pointAt = ({ lon, lat }: Spot): RawBuilder<unknown> =>
  sql`st_setsrid(st_makepoint(${lon}::float8, ${lat}::float8), 4326)`;

/** A place with whom to call there. */
export interface CardRow {
  readonly no: number;
  readonly level: PlaceLine['level'];
  readonly name: string;
  readonly phone: string | null;
  readonly hours: string | null;
  readonly validFrom: string;
  /** The last day that counts; null when none is known. */
  readonly validTo: string | null;
}

/** Asked for every report, so it says no more than that. The office is the place's own, else that around it. */
export async function selectCard(ctx: Ctx, no: number): Promise<CardRow | undefined> {
  const { rows } = await sql<CardRow>`
    select p.no, p.level, p.name, contact.phone, contact.hours, p.valid_from as "validFrom", p.valid_to as "validTo"
    from places.place p left join lateral (
      select o.phone, o.hours from places.organisation o
      where o.place in (p.no, p.parent) and (o.valid_to is null or o.valid_to >= ${today(ctx)}::date)
        and o.kind in ('committee', 'street_office', 'district_centre', 'city_office')
      order by o.place desc, o.no limit 1) contact on true
    where p.no = ${no}::bigint`.execute(ctx.db);
  return rows[0];
}

export async function selectOfficialCode(ctx: Ctx, no: number): Promise<string | undefined> {
  const { rows } = await sql<{ code: string }>`
    select c.code from places.official_code c where c.place = ${no}::bigint
      and c.valid_from <= ${today(ctx)}::date and (c.valid_to is null or c.valid_to >= ${today(ctx)}::date)
    order by c.valid_from desc limit 1`.execute(ctx.db);
  return rows[0]?.code;
}

export async function selectChildren(ctx: Ctx, no: number): Promise<PlaceLine[]> {
  const { rows } = await sql<PlaceLine>`
    select ${line} from places.place p ${parents}
    where p.parent = ${no}::bigint and ${open(ctx)} order by p.no`.execute(ctx.db);
  return rows;
}

export async function selectLines(ctx: Ctx, nos: readonly number[]): Promise<PlaceLine[]> {
  const { rows } = await sql<PlaceLine>`
    select ${line} from places.place p ${parents}
    where p.no = any(${nos}::bigint[]) order by p.no`.execute(ctx.db);
  return rows;
}

interface Root {
  no: number;
  name: string;
  pinyin: string;
}
/** The uppermost place: the city that this deployment serves. */
export async function selectRoot(ctx: Ctx): Promise<Root | undefined> {
  const { rows } = await sql<Root>`
    select p.no, p.name, p.pinyin from places.place p where p.parent is null and ${open(ctx)} order by p.no limit 1`.execute(
    ctx.db,
  );
  return rows[0];
}

/** Places called so: whole names first, then beginnings, then the rest; coarse before fine. */
export async function searchNames(
  ctx: Ctx,
  { text, isPinyin }: Sought,
  { first, last }: PlaceRange,
  limit: number,
): Promise<PlaceLine[]> {
  const start = beginning(text);
  const match = isPinyin
    ? sql`(p.initials like ${start} or replace(p.pinyin, ' ', '') like ${start})`
    : sql`p.name like ${`%${start}`}`;
  const { rows } = await sql<PlaceLine>`
    with found as (
      select p.*, row_number() over (order by p.name = ${text} desc, p.name like ${start} desc, length(p.pinyin), p.no) as rank
      from places.place p
      where ${match} and p.no between ${first}::bigint and ${last}::bigint and ${open(ctx)} order by rank limit ${limit})
    select ${line} from found p ${parents} order by p.rank`.execute(ctx.db);
  return rows;
}

/** The longest name of a city, district or street that the words begin with, when more words follow it. */
export async function selectBeginningOf(
  ctx: Ctx,
  text: string,
  { first, last }: PlaceRange,
): Promise<{ no: number; name: string } | undefined> {
  const { rows } = await sql<{ no: number; name: string }>`
    select p.no, p.name from places.place p
    where p.level in ('city', 'district', 'street') and starts_with(${text}, p.name) and p.name <> ${text}
      and p.no between ${first}::bigint and ${last}::bigint and ${open(ctx)}
    order by length(p.name) desc, p.no limit 1`.execute(ctx.db);
  return rows[0];
}

export interface AddressFound {
  readonly place: PlaceLine;
  readonly address: string;
  readonly point: Spot;
}
type AddressLine = PlaceLine & { readonly address: string } & Spot;

/** A road by its name or pinyin: once for each committee that it passes. */
export async function searchRoads(
  ctx: Ctx,
  { text, isPinyin }: Sought,
  { first, last }: PlaceRange,
  limit: number,
): Promise<AddressFound[]> {
  const start = beginning(text);
  const called = isPinyin
    ? sql`initials like ${start} or replace(pinyin, ' ', '') like ${start}`
    : sql`name like ${start}`;
  const { rows } = await sql<AddressLine>`
    with called as (
      select name from places.road where ${called}
      group by name order by name = ${text} desc, length(name), name limit ${MOST_ROADS}),
    passed as (
      select a.place, a.road as address, st_centroid(st_collect(a.point)) as point
      from called join places.address a on a.road = called.name
      where a.place between ${first}::bigint and ${last}::bigint and a.status = 'in_use'
      group by a.place, a.road order by a.road = ${text} desc, length(a.road), a.road, a.place limit ${limit})
    select ${line}, f.address, st_x(f.point) as lon, st_y(f.point) as lat
    from passed f join places.place p on p.no = f.place ${parents} where ${open(ctx)}
    order by f.address = ${text} desc, length(f.address), f.address, p.no`.execute(ctx.db);
  return rows.map(asFound);
}

/** Lanes that begin so (南京东路139弄); once the lane is whole, its doors. One that was merged is the one that stayed. */
export async function searchDoors(
  ctx: Ctx,
  { text }: Sought,
  { first, last }: PlaceRange,
  limit: number,
): Promise<AddressFound[]> {
  const wanted = /(弄|组).*\d/.test(text) ? sql`d.line` : sql`coalesce(d.road, '') || d.lane`;
  const { rows } = await sql<AddressLine>`
    with near as (
      select d.place, ${wanted} as address, d.point
      from places.address a join places.address d on d.no = coalesce(a.survivor, a.no) and d.status = 'in_use'
      where a.line like ${beginning(text)} and a.place between ${first}::bigint and ${last}::bigint
      limit ${MOST_DOORS}),
    found as (
      select place, address, st_centroid(st_collect(point)) as point from near where address is not null
      group by place, address order by length(address), address, place limit ${limit})
    select ${line}, f.address, st_x(f.point) as lon, st_y(f.point) as lat
    from found f join places.place p on p.no = f.place ${parents} where ${open(ctx)}
    order by length(f.address), f.address, p.no`.execute(ctx.db);
  return rows.map(asFound);
}

function asFound({ address, lon, lat, ...place }: AddressLine): AddressFound {
  return { place, address, point: { lon, lat } };
}

/** The committee that holds a point; the nearest one when the point fell into a gap between outlines. */
export async function selectCommitteeAt(ctx: Ctx, spot: Spot): Promise<PlaceLine | undefined> {
  const { rows } = await sql<PlaceLine>`
    with at as (select ${pointAt(spot)} as point)
    select ${line} from at
    join places.outline o on st_dwithin(o.geom, at.point, ${GAP_DEGREES}::float8)
    join places.place p on p.no = o.place and p.level = 'committee' and ${open(ctx)} ${parents}
    order by st_distance(o.geom, at.point), p.no limit 1`.execute(ctx.db);
  return rows[0];
}

/** The nearest lane of a committee, to name a place found by position. */
export async function selectLaneNear(
  ctx: Ctx,
  place: number,
  spot: Spot,
): Promise<string | undefined> {
  const { rows } = await sql<{ lane: string }>`
    select coalesce(a.road, '') || coalesce(a.lane, a.number) as lane from places.address a
    where a.place = ${place}::bigint and a.status = 'in_use'
      and st_dwithin(a.point, ${pointAt(spot)}, ${GAP_DEGREES}::float8)
    order by st_distance(a.point, ${pointAt(spot)}), a.no limit 1`.execute(ctx.db);
  return rows[0]?.lane;
}

export async function selectGridsAt(
  ctx: Ctx,
  spot: Spot,
): Promise<{ no: number; kind: string; name: string }[]> {
  const { rows } = await sql<{ no: number; kind: string; name: string }>`
    select g.no, g.kind, g.name from places.grid g
    where st_intersects(g.geom, ${pointAt(spot)})
      and g.valid_from <= ${today(ctx)}::date and (g.valid_to is null or g.valid_to >= ${today(ctx)}::date)
    order by g.kind, g.no`.execute(ctx.db);
  return rows;
}

/** Is the point in the city? Where no outlines were imported, nobody can say no. */
export async function selectIsInCity(ctx: Ctx, spot: Spot): Promise<boolean> {
  const { rows } = await sql<{ inside: boolean }>`
    select exists (select from places.outline o where st_dwithin(o.geom, ${pointAt(spot)}, ${GAP_DEGREES}::float8))
      or not exists (select from places.outline) as inside`.execute(ctx.db);
  return rows[0]?.inside === true;
}

/** Side of the squares that are looked at as a whole: about a kilometre. */
export const SQUARE_DEGREES = 0.01;

/** Is every point of the square that begins at `corner` in the city? Then no point in it needs a look of its own. */
export async function selectIsSquareInCity(ctx: Ctx, { lon, lat }: Spot): Promise<boolean> {
  const { rows } = await sql<{ inside: boolean }>`
    with at as (select st_makeenvelope(${lon}::float8, ${lat}::float8, ${lon + SQUARE_DEGREES}::float8, ${lat + SQUARE_DEGREES}::float8, 4326) as square)
    select case when exists (select from places.outline o where st_covers(o.geom, at.square)) then true
      else (select st_covers(st_buffer(st_union(st_intersection(o.geom, st_expand(at.square, ${GAP_DEGREES}::float8))), ${GAP_DEGREES / 2}::float8), at.square)
        from places.outline o where o.geom && st_expand(at.square, ${GAP_DEGREES}::float8)) end as inside
    from at`.execute(ctx.db);
  return rows[0]?.inside === true;
}

/** Outlines of the children of a place; of the place itself when none of its children has one. */
export async function selectOutlines(ctx: Ctx, no: number): Promise<Drawable[]> {
  const { rows } = await sql<Drawable>`
    with shown as (
      select p.no, p.name, p.pinyin, p.parent, o.generated,
        st_asgeojson(o.geom, 5)::json->'coordinates' as shape, json_build_array(st_x(o.centre), st_y(o.centre)) as centre
      from places.place p join places.outline o on o.place = p.no
      where (p.parent = ${no}::bigint or p.no = ${no}::bigint) and ${open(ctx)})
    select no, name, pinyin, generated, shape, centre from shown
    where parent = ${no}::bigint or not exists (select from shown where parent = ${no}::bigint)
    order by no`.execute(ctx.db);
  return rows;
}
