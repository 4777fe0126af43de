// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import type { PlaceFinder } from '../named.ts';
import { type Findings, faultAt, Misfit } from './fault.ts';
import type { Said } from './incoming.ts';
import { countIncoming, takeWhere } from './incoming-queries.ts';
import type { Item } from './items.ts';
import type { Options } from './options.ts';
import { reportSeams } from './seams.ts';

/** Names the place by code, by number or by name. */
export function readOutline(item: Item, find: PlaceFinder): Said {
  const named = item.field('code') || item.field('place') || item.field('name');
  if (named === '') throw new Misfit('code', 'import.needed', { field: 'code' });
  return { place: find(named, 'code'), name: item.field('name') };
}

/** Puts outlines into force from their day; those that they replace are kept with the days on which they held. */
export async function applyOutlines(
  ctx: Ctx,
  { validFrom, source }: Options,
  findings: Findings,
): Promise<void> {
  if (validFrom > today(ctx)) throw new Misfit('valid-from', 'import.not-yet', { day: today(ctx) });
  const older = sql`exists (select from places.outline o where o.place = i.place and not o.generated
    and o.valid_from > ${validFrom}::date and not st_orderingequals(o.geom, i.geom))`;
  for (const { n, what } of await takeWhere(ctx.db, older))
    findings.blame(faultAt(n, 'valid-from', 'import.older', { what }));
  const all = await countIncoming(ctx.db);
  const { added, changed } = await writeOutlines(ctx, validFrom, source);
  findings.added += added;
  findings.changed += changed;
  findings.same += all - added - changed;
  await reportSeams(ctx, 'outlines', findings);
}

async function writeOutlines(ctx: Ctx, day: string, source: string) {
  const { rows } = await sql<{ added: number; changed: number }>`
    with kept as (
      insert into places.outline_before (place, geom, source, valid_from, valid_to)
      select o.place, o.geom, o.source, o.valid_from, ${day}::date - 1
      from places.outline o join places.incoming i on i.place = o.place
      where not o.generated and not st_orderingequals(o.geom, i.geom) and o.valid_from < ${day}::date),
    written as (
      insert into places.outline as o (place, geom, centre, generated, source, valid_from)
      select place, geom, (st_maximuminscribedcircle(geom)).center, false, ${source}, ${day}::date
      from places.incoming
      on conflict (place) do update set geom = excluded.geom, centre = excluded.centre, generated = false,
        source = excluded.source, valid_from = excluded.valid_from
      where o.generated or not st_orderingequals(o.geom, excluded.geom)
      returning xmax = 0 as added)
    select count(*) filter (where added)::int as added, count(*) filter (where not added)::int as changed
    from written`.execute(ctx.db);
  return rows[0] ?? { added: 0, changed: 0 };
}
