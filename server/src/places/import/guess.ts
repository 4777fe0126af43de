// SPDX-License-Identifier: Apache-2.0
// Whether the file is counted in what the operator said: in Shanghai the datums lie half a kilometre apart.
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { between, type Datum, datums } from '../datum.ts';
import type { Findings } from './fault.ts';
import type { Kind } from './incoming.ts';

/** Points looked at. */
const SAMPLE = 400;
/** With fewer there is nothing to say. */
const LEAST = 8;
/** Share of points by which another datum has to fit better. */
const CLEARLY = 0.15;
/** Borders are drawn by hand: this near still counts as inside, in degrees (about 50 m). */
const NEAR = 0.000_5;

interface Sampled {
  readonly around: number;
  readonly lon: number;
  readonly lat: number;
}

/** Points of the file, each with the place whose surveyed outline should hold it. */
const around: Readonly<Record<Kind, ReturnType<typeof sql>>> = {
  addresses: sql`i.place`,
  roads: sql`i.place`,
  grids: sql`i.place`,
  outlines: sql`(select p.parent from places.place p where p.no = i.place)`,
};

/** Warns when the points fit their places clearly better under another datum. */
export async function guessDatum(
  ctx: Ctx,
  kind: Kind,
  declared: Datum,
  findings: Findings,
): Promise<void> {
  const sample = await selectSample(ctx, kind);
  if (sample.length < LEAST) return;
  const fits: [Datum, number][] = [];
  for (const datum of datums.filter((one) => one !== 'cgcs2000'))
    fits.push([datum, await shareInside(ctx, sample, declared, datum)]);
  const same = declared === 'cgcs2000' ? 'wgs84' : declared;
  const own = fits.find(([datum]) => datum === same)?.[1] ?? 0;
  const [best, share] = fits.toSorted((a, b) => b[1] - a[1])[0] ?? [same, own];
  if (share < own + CLEARLY) return;
  const percent = (part: number) => Math.round(part * 100);
  findings.note('import.other-datum', {
    ...{ given: nameOf(declared), own: percent(own) },
    ...{ better: nameOf(best), share: percent(share) },
  });
}

const nameOf = (datum: Datum): string =>
  ({ wgs84: 'WGS 84', cgcs2000: 'CGCS 2000', gcj02: 'GCJ-02', bd09: 'BD-09' })[datum];

async function selectSample(ctx: Ctx, kind: Kind): Promise<Sampled[]> {
  const { rows } = await sql<Sampled>`
    with corner as (
      select ${around[kind]} as around, (st_dumppoints(i.geom)).geom as point, i.n
      from (select * from places.incoming order by md5(n::text) limit ${SAMPLE}::int) i)
    select c.around, st_x(c.point) as lon, st_y(c.point) as lat
    from corner c join places.outline o on o.place = c.around and not o.generated
    order by md5(st_astext(c.point)) limit ${SAMPLE}::int`.execute(ctx.db);
  return rows;
}

async function shareInside(
  ctx: Ctx,
  sample: readonly Sampled[],
  declared: Datum,
  supposed: Datum,
): Promise<number> {
  const points = sample.map(({ around: place, lon, lat }) => {
    const written = between([lon, lat], 'wgs84', declared);
    const [x, y] = between(written, supposed, 'wgs84');
    return { place, x, y };
  });
  const { rows } = await sql<{ share: number }>`
    select coalesce(avg(st_dwithin(o.geom, st_setsrid(st_makepoint(r.x, r.y), 4326), ${NEAR}::float8)::int), 0)::float8 as share
    from json_to_recordset(${JSON.stringify(points)}::text::json) as r (place bigint, x float8, y float8)
    join places.outline o on o.place = r.place`.execute(ctx.db);
  return rows[0]?.share ?? 0;
}
