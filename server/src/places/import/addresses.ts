// SPDX-License-Identifier: Apache-2.0
import { levelOf } from '@lilong/contracts/place-no';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { columnsOf, written } from '../door-lines.ts';
import type { PlaceFinder } from '../named.ts';
import { GAP_DEGREES } from '../queries.ts';
import { parseAddress } from '../standard-address.ts';
import { type Findings, faultAt, Misfit } from './fault.ts';
import type { Said } from './incoming.ts';
import { countIncoming, takeTwice, takeWhere } from './incoming-queries.ts';
import type { Item } from './items.ts';

const longestLine = 100;
const states: Readonly<Record<string, boolean>> = {
  '': false,
  in_use: false,
  在用: false,
  gone: true,
  已拆: true,
};

/** A door by road, lane and number, or by the address as it is written on a letter. Its committee may be left to its point. */
export function readAddress(item: Item, find: PlaceFinder): Said {
  const parts = partsOf(item);
  const { line } = parts;
  if (line.length > longestLine)
    throw new Misfit('address', 'import.too-long', { most: longestLine });
  const gone = states[item.field('status')];
  if (gone === undefined)
    throw new Misfit('status', 'import.status', { value: item.field('status') });
  const named = item.field('place') || item.field('code');
  const place = named === '' ? null : find(named, 'place');
  if (place !== null && !['committee', 'estate'].includes(levelOf(place)))
    throw new Misfit('place', 'import.not-a-committee', { value: named });
  return { ...parts, place: place === null ? null : place - (place % 1000), gone };
}

function partsOf(item: Item): {
  road: string | null;
  lane: string | null;
  number: string;
  line: string;
} {
  const road = written(item.field('road'));
  const lane = withSign(written(item.field('lane')), '弄');
  const number = withSign(written(item.field('number')), '号');
  if (number !== '') {
    const line = written(item.field('address')) || `${road}${lane}${number}`;
    return { road: road || null, lane: lane || null, number, line };
  }
  const line = written(item.field('address'));
  if (line === '') throw new Misfit('number', 'import.needed', { field: 'number' });
  const found = parseAddress(line);
  if (found?.road == null) throw new Misfit('address', 'import.no-door', { value: line });
  return { ...columnsOf(found), line };
}

const withSign = (text: string, sign: string): string =>
  /^\d+([-之]\d+)?$/.test(text) ? `${text}${sign}` : text;

/** Adds doors and moves those that have changed. Doors that the file does not name stay as they are. */
export async function applyAddresses(ctx: Ctx, findings: Findings): Promise<void> {
  await findCommittees(ctx);
  const outside = sql`exists (select from places.outline) and not exists (
    select from places.outline o where st_dwithin(o.geom, i.geom, ${GAP_DEGREES}::float8))`;
  for (const { n, what } of await takeWhere(ctx.db, outside))
    findings.blame(faultAt(n, 'lon', 'import.outside-city', { what }));
  for (const { n, what } of await takeWhere(ctx.db, sql`i.place is null`))
    findings.blame(faultAt(n, 'place', 'import.no-committee', { what }));
  for (const { n, what, first } of await takeTwice(ctx.db, ['place', 'line']))
    findings.blame(faultAt(n, '', 'import.twice', { what, first }));
  await noteAstray(ctx, findings);
  const all = await countIncoming(ctx.db);
  const { added, changed } = await writeAddresses(ctx);
  findings.added += added;
  findings.changed += changed;
  findings.same += all - added - changed;
}

/** The committee whose outline holds the point. */
async function findCommittees(ctx: Ctx): Promise<void> {
  await sql`
    update places.incoming i set place = (
      select p.no from places.outline o join places.place p on p.no = o.place and p.level = 'committee' and p.valid_to is null
      where st_dwithin(o.geom, i.geom, ${GAP_DEGREES}::float8) order by st_distance(o.geom, i.geom), p.no limit 1)
    where i.place is null`.execute(ctx.db);
}

/** Doors that lie far outside their committee: they go in, and are named. */
async function noteAstray(ctx: Ctx, findings: Findings): Promise<void> {
  const { rows } = await sql<{ count: number; names: string[] }>`
    select count(*)::int as count, coalesce((array_agg(i.line order by i.n))[1:5], '{}') as names
    from places.incoming i join places.outline o on o.place = i.place and not o.generated
    where not st_dwithin(o.geom, i.geom, ${GAP_DEGREES}::float8)`.execute(ctx.db);
  const { count = 0, names = [] } = rows[0] ?? {};
  if (count > 0) findings.note('import.astray', { count, names: names.join('、') });
}

async function writeAddresses(ctx: Ctx) {
  const { rows } = await sql<{ added: number; changed: number }>`
    with written as (
      insert into places.address as a (place, road, lane, number, line, point, status, generated)
      select place, road, lane, number, line, geom, case when gone then 'gone' else 'in_use' end, false
      from places.incoming order by n
      on conflict (place, line) do update set road = excluded.road, lane = excluded.lane, number = excluded.number,
        point = excluded.point, status = excluded.status, generated = false, about = false,
        closed_on = case when excluded.status = 'gone' then a.closed_on end
      where a.status not in ('merged', 'former') and (a.generated or a.about or (a.road, a.lane, a.number, a.status) is distinct from
        (excluded.road, excluded.lane, excluded.number, excluded.status) or not st_orderingequals(a.point, excluded.point))
      returning xmax = 0 as added)
    select count(*) filter (where added)::int as added, count(*) filter (where not added)::int as changed
    from written`.execute(ctx.db);
  return rows[0] ?? { added: 0, changed: 0 };
}
