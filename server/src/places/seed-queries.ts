// SPDX-License-Identifier: Apache-2.0
// Every insert of the demonstration city. Each takes many rows as one JSON text, so that a city is a few statements.
import { type RawBuilder, sql } from 'kysely';
import type { Duty } from './generate/duties.ts';
import type { Organisation } from './generate/organisations.ts';
import type { LonLat, MultiPolygon } from './generate/plane.ts';
import type { ListedPlace } from './sources.ts';

export interface PlaceRow extends ListedPlace {
  readonly pinyin: string;
}
export interface OutlineRow {
  readonly place: number;
  readonly shape: MultiPolygon;
  readonly centre: LonLat;
  readonly generated: boolean;
}
export interface RoadRow {
  readonly district: number;
  readonly name: string;
  readonly pinyin: string;
  readonly lines: readonly (readonly LonLat[])[];
}
export interface AddressRow {
  readonly place: number;
  readonly road: string | null;
  readonly lane: string;
  readonly number: string;
  readonly line: string;
  readonly lon: number;
  readonly lat: number;
}
export interface GridRow {
  readonly street: number;
  readonly name: string;
  readonly code: string;
  readonly committees: readonly number[];
}

/** Since when all of it holds: the year of the code list. */
const SINCE = '2023-01-01';
const DRAWN = '示意：按区界与街镇大致位置生成';
const DISTRICTS = 'echarts 4.9.0 (Apache-2.0)';
const SCHEME = '示例-2025';

type Insert = RawBuilder<unknown>;

export function insertPlaces(rows: readonly PlaceRow[]): Insert {
  return sql`
    insert into places.place (no, level, name, pinyin, parent, valid_from)
    select no, level, name, pinyin, parent, ${SINCE}::date
    from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as r (no bigint, level text, name text, pinyin text, parent bigint)
    order by no`;
}

export function insertCodes(rows: readonly PlaceRow[]): Insert {
  return sql`
    insert into places.official_code (place, code, valid_from)
    select no, code, ${SINCE}::date
    from json_to_recordset(${JSON.stringify(rows.map(({ no, code }) => ({ no, code })))}::text::json)
      as r (no bigint, code text)`;
}

export function insertOutlines(rows: readonly OutlineRow[]): Insert {
  return sql`
    insert into places.outline (place, geom, centre, generated, source, valid_from)
    select place, geom,
      -- A drawn cell is round enough; a district's name stands where it has most room.
      case when generated then st_setsrid(st_makepoint((centre->>0)::float8, (centre->>1)::float8), 4326)
        else (st_maximuminscribedcircle(geom)).center end,
      generated,
      case when generated then ${DRAWN} else ${DISTRICTS} end, ${SINCE}::date
    from (select *, st_setsrid(st_geomfromgeojson(json_build_object('type', 'MultiPolygon', 'coordinates', shape)::text), 4326) as geom
    from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as r (place bigint, shape json, centre json, generated boolean)) drawn`;
}

/** A grid covers its committees, so its outline is theirs together. */
export function insertGrids(rows: readonly GridRow[]): Insert {
  return sql`
    insert into places.grid (kind, name, code, scheme, place, geom, generated, valid_from)
    select 'comprehensive', r.name, r.code, ${SCHEME}, r.street, st_multi(st_unaryunion(st_collect(o.geom))), true, ${SINCE}::date
    from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as r (street bigint, name text, code text, committees json)
    join lateral json_array_elements_text(r.committees) as member (no) on true
    join places.outline as o on o.place = member.no::bigint
    group by r.name, r.code, r.street
    order by r.code`;
}

export function insertRoads(rows: readonly RoadRow[]): Insert {
  return sql`
    insert into places.road (place, name, pinyin, geom, generated)
    select district, name, pinyin,
      st_setsrid(st_geomfromgeojson(json_build_object('type', 'MultiLineString', 'coordinates', lines)::text), 4326), true
    from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as r (district bigint, name text, pinyin text, lines json)`;
}

export function insertAddresses(rows: readonly AddressRow[]): Insert {
  return sql`
    insert into places.address (place, road, lane, number, line, point, generated)
    select place, road, lane, number, line, st_setsrid(st_makepoint(lon, lat), 4326), true
    from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as r (place bigint, road text, lane text, number text, line text, lon float8, lat float8)`;
}

export function insertOrganisations(rows: readonly Organisation[]): Insert {
  return sql`
    insert into places.organisation (no, kind, name, place, parent, phone, hours, valid_from, generated)
    select no, kind, name, place, parent, phone, hours, ${SINCE}::date, generated
    from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as r (no bigint, kind text, name text, place bigint, parent bigint, phone text, hours text, generated boolean)
    order by no`;
}

/** Numbers were given by hand; the next organisation continues after them. */
export function continueOrganisations(): Insert {
  return sql`
    select setval(pg_get_serial_sequence('places.organisation', 'no'), (select max(no) from places.organisation))`;
}

export function insertDuties(rows: readonly Duty[]): Insert {
  return sql`
    insert into places.duty (category, place, lead, assisting, valid_from, source, status, basis)
    select category, place, lead,
      array(select json_array_elements_text(assisting)::bigint), ${SINCE}::date, '示例', 'approved', basis
    from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as r (category text, place bigint, lead bigint, assisting json, basis text)`;
}

/** Fresh figures for the planner after so many rows. */
export function analyse(): Insert {
  return sql`analyze places.place, places.outline, places.grid, places.road, places.address, places.organisation, places.duty`;
}
