// SPDX-License-Identifier: Apache-2.0
import { levelOf } from '@lilong/contracts/place-no';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import type { PlaceFinder } from '../named.ts';
import { type Findings, faultAt, Misfit } from './fault.ts';
import type { Said } from './incoming.ts';
import { countIncoming, takeWhere } from './incoming-queries.ts';
import type { Item } from './items.ts';
import type { Options } from './options.ts';
import { reportSeams } from './seams.ts';

const kinds: Readonly<Record<string, string>> = {
  comprehensive: 'comprehensive',
  综合网格: 'comprehensive',
  responsibility: 'responsibility',
  责任网格: 'responsibility',
  unit: 'unit',
  单元网格: 'unit',
};

/** A grid has a code of its own, a kind, and the street whose grid centre looks after it. */
export function readGrid(item: Item, find: PlaceFinder): Said {
  const code = item.field('code');
  if (code === '') throw new Misfit('code', 'import.needed', { field: 'code' });
  const kind = kinds[item.field('kind') || 'comprehensive'];
  if (kind === undefined)
    throw new Misfit('kind', 'import.grid-kind', { value: item.field('kind') });
  if (item.field('place') === '') throw new Misfit('place', 'import.needed', { field: 'place' });
  const place = find(item.field('place'), 'place');
  if (levelOf(place) !== 'street')
    throw new Misfit('place', 'import.not-a-street', { value: item.field('place') });
  return { code, kind, place, name: item.field('name') || code };
}

/** The grid of the same kind and code that is in force. */
const sameGrid = sql`g.kind = i.kind and g.code = i.code and g.valid_to is null`;
const unchanged = sql`g.place = i.place and g.name = i.name and not g.generated and st_orderingequals(g.geom, i.geom)`;

/** Puts grids into force from their day. One that has changed ends the day before, as do drawn ones of the same kind. */
export async function applyGrids(ctx: Ctx, options: Options, findings: Findings): Promise<void> {
  const { validFrom: day } = options;
  const older = sql`exists (select from places.grid g where ${sameGrid} and g.valid_from > ${day}::date and not (${unchanged}))`;
  for (const { n, what } of await takeWhere(ctx.db, older))
    findings.blame(faultAt(n, 'valid-from', 'import.older', { what }));
  const all = await countIncoming(ctx.db);
  const changed = await changeGrids(ctx, day);
  const added = await addGrids(ctx, options);
  findings.changed += changed;
  findings.added += added - changed;
  findings.same += all - added;
  await reportSeams(ctx, 'grids', findings);
}

/** Ends what changes; what only began that day is as if it had never been. Says how many there were. */
async function changeGrids(ctx: Ctx, day: string): Promise<number> {
  const drawn = sql`g.generated and g.valid_to is null and exists (
    select from places.incoming i where i.kind = g.kind and i.place = g.place)`;
  const replaced = sql`exists (select from places.incoming i where ${sameGrid} and not (${unchanged}))`;
  const { rows } = await sql<{ changed: number }>`
    select count(*)::int as changed from places.grid g where not g.generated and ${replaced}`.execute(
    ctx.db,
  );
  await sql`delete from places.grid g where g.valid_from >= ${day}::date and (${drawn} or ${replaced})`.execute(
    ctx.db,
  );
  await sql`update places.grid g set valid_to = ${day}::date - 1 where ${drawn} or ${replaced}`.execute(
    ctx.db,
  );
  return rows[0]?.changed ?? 0;
}

async function addGrids(ctx: Ctx, { validFrom, source }: Options): Promise<number> {
  const { rows } = await sql<{ added: number }>`
    with written as (
      insert into places.grid (kind, name, code, scheme, place, geom, generated, valid_from)
      select i.kind, i.name, i.code, ${source}, i.place, i.geom, false, ${validFrom}::date from places.incoming i
      where not exists (select from places.grid g where ${sameGrid}) order by i.n returning 1)
    select count(*)::int as added from written`.execute(ctx.db);
  return rows[0]?.added ?? 0;
}
