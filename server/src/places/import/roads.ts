// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import type { PlaceFinder } from '../named.ts';
import { pinyinOf } from '../pinyin.ts';
import { type Findings, faultAt, Misfit } from './fault.ts';
import type { Said } from './incoming.ts';
import { takeWhere } from './incoming-queries.ts';
import type { Item } from './items.ts';

const district = 1e9; // place numbers
const longestName = 60;

/** A road belongs to a district; without one named, to the district that it runs through furthest. */
export function readRoad(item: Item, find: PlaceFinder): Said {
  const name = (item.field('name') || item.field('road')).trim();
  if (name === '') throw new Misfit('name', 'import.needed', { field: 'name' });
  if (name.length > longestName) throw new Misfit('name', 'import.too-long', { most: longestName });
  const named = item.field('place');
  if (named === '') return { name };
  const place = find(named, 'place');
  return { name, place: place - (place % district) };
}

/** Adds roads, and draws those anew that have changed. Parts of one name in one district are one road. */
export async function applyRoads(ctx: Ctx, findings: Findings): Promise<void> {
  await findDistricts(ctx);
  const nowhere = await takeWhere(ctx.db, sql`i.place is null`);
  for (const { n, what } of nowhere)
    findings.blame(faultAt(n, 'place', 'import.no-district', { what }));
  const { rows: roads } = await sql<{ place: number; name: string }>`
    select distinct place, name from places.incoming order by place, name`.execute(ctx.db);
  const named = roads.map((road) => ({ ...road, pinyin: pinyinOf(road.name) }));
  const { rows } = await sql<{ added: number; changed: number }>`
    with whole as (
      select place, name, st_multi(st_linemerge(st_collect(part.geom))) as geom
      from places.incoming i, lateral st_dump(i.geom) part group by place, name),
    written as (
      insert into places.road as o (place, name, pinyin, geom, generated)
      select w.place, w.name, n.pinyin, w.geom, false from whole w
      join json_to_recordset(${JSON.stringify(named)}::text::json) as n (place bigint, name text, pinyin text)
        on n.place = w.place and n.name = w.name
      on conflict (place, name) do update set geom = excluded.geom, pinyin = excluded.pinyin, generated = false
      where o.generated or not st_equals(o.geom, excluded.geom)
      returning xmax = 0 as added)
    select count(*) filter (where added)::int as added, count(*) filter (where not added)::int as changed
    from written`.execute(ctx.db);
  const { added, changed } = rows[0] ?? { added: 0, changed: 0 };
  findings.added += added;
  findings.changed += changed;
  findings.same += roads.length - added - changed;
}

async function findDistricts(ctx: Ctx): Promise<void> {
  await sql`
    update places.incoming i set place = (
      select p.no from places.outline o join places.place p on p.no = o.place and p.level = 'district' and p.valid_to is null
      where st_intersects(o.geom, i.geom)
      order by st_length(st_intersection(o.geom, i.geom)) desc, p.no limit 1)
    where i.place is null`.execute(ctx.db);
}
