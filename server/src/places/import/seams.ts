// SPDX-License-Identifier: Apache-2.0
// Where neighbours overlap, leave gaps or reach beyond what is around them, after an import. In square metres.
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import type { Findings } from './fault.ts';

/** Smaller than this is rounding. */
const LEAST_AREA = 1; // m²
/** Of each, the largest are named and the others counted. */
const MOST_NAMED = 20;
/** Neighbours of a gap: this near to it, in degrees. */
const TOUCH = 0.000_001;

interface Seam {
  readonly around: string;
  readonly names: string;
  readonly area: number;
  readonly lon: number;
  readonly lat: number;
}

/** Siblings (`around`, `kind`, `name`, `geom`) of everything that came in. */
const siblings = {
  outlines: sql`
    select p.no, p.parent as around, '' as kind, p.name, o.geom from places.place p join places.outline o on o.place = p.no
    where p.valid_to is null and p.parent in (
      select q.parent from places.incoming i join places.place q on q.no = i.place
      union select i.place from places.incoming i)`,
  grids: sql`
    select g.no, g.place as around, g.kind, g.name, g.geom from places.grid g
    where g.valid_to is null and (g.place, g.kind) in (select i.place, i.kind from places.incoming i)`,
} as const;

/** Says where things do not fit together, the largest first. */
export async function reportSeams(
  ctx: Ctx,
  kind: keyof typeof siblings,
  findings: Findings,
): Promise<void> {
  const found = {
    'import.overlap': await seams(ctx, kind, overlaps),
    'import.gap': await seams(ctx, kind, gaps),
    'import.beyond': await seams(ctx, kind, beyond),
  } as const;
  for (const key of ['import.overlap', 'import.gap', 'import.beyond'] as const) {
    const { all, rows } = found[key];
    for (const { around, names, area, lon, lat } of rows)
      findings.note(key, { around, names, area, at: `${lon}, ${lat}` });
    if (all > rows.length)
      findings.note('import.more-seams', { key: key.slice(7), count: all - rows.length });
  }
  if (kind === 'outlines') await reportMissing(ctx, findings);
}

async function seams(ctx: Ctx, kind: keyof typeof siblings, pieces: RawBuilder<unknown>) {
  const { rows } = await sql<Seam & { all: number }>`
    with sibling as (${siblings[kind]}),
    joined as (select around, kind, st_union(geom) as geom from sibling group by around, kind),
    whole as (
      select j.around, j.kind, j.geom, o.geom as outside, (
        select st_union(st_makepolygon(st_exteriorring(d.geom))) from st_dump(j.geom) d) as filled
      from joined j
      left join places.outline o on o.place = j.around and not o.generated),
    piece as (${pieces}),
    measured as (select *, st_area(geom::geography) as area from piece)
    select p.name as around, m.names, round(m.area)::float8 as area, count(*) over ()::int as all,
      round(st_x(st_pointonsurface(m.geom))::numeric, 5)::float8 as lon,
      round(st_y(st_pointonsurface(m.geom))::numeric, 5)::float8 as lat
    from measured m join places.place p on p.no = m.around
    where m.area >= ${LEAST_AREA}::float8 order by m.area desc limit ${MOST_NAMED}::int`.execute(
    ctx.db,
  );
  return { rows, all: rows[0]?.all ?? 0 };
}

const overlaps = sql`
  select a.around, a.name || '、' || b.name as names, st_collectionextract(st_intersection(a.geom, b.geom), 3) as geom
  from sibling a join sibling b on b.around = a.around and b.kind = a.kind and b.no > a.no
    and st_intersects(a.geom, b.geom)`;

const touching = (geom: RawBuilder<unknown>) => sql`
  coalesce((select string_agg(s.name, '、' order by s.name) from sibling s
    where s.around = w.around and s.kind = w.kind and st_dwithin(s.geom, ${geom}, ${TOUCH}::float8)), '')`;

/** What the outline around them holds and none of them does; without such an outline, holes between them. */
const gaps = sql`
  select w.around, ${touching(sql`d.geom`)} as names, d.geom
  from whole w, lateral st_dump(case when w.outside is not null then st_difference(w.outside, w.geom)
    else st_difference(w.filled, w.geom) end) d`;

const beyond = sql`
  select w.around, ${touching(sql`d.geom`)} as names, d.geom
  from whole w, lateral st_dump(st_difference(w.geom, w.outside)) d where w.outside is not null`;

/** Siblings that still have no outline: their part looks like a gap. */
async function reportMissing(ctx: Ctx, findings: Findings): Promise<void> {
  const { rows } = await sql<{ around: string; count: number; names: string }>`
    select q.name as around, count(*)::int as count, array_to_string((array_agg(p.name order by p.no))[1:5], '、') as names
    from places.place p join places.place q on q.no = p.parent
    where p.valid_to is null and not exists (select from places.outline o where o.place = p.no)
      and p.parent in (select s.parent from places.incoming i join places.place s on s.no = i.place)
    group by q.no, q.name order by q.no`.execute(ctx.db);
  for (const facts of rows) findings.note('import.without-outline', { ...facts });
}
