// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { applyAddresses, readAddress } from './addresses.ts';
import { Findings } from './fault.ts';
import { applyGrids, readGrid } from './grids.ts';
import { guessDatum } from './guess.ts';
import { type Kind, type Loading, load, unload } from './incoming.ts';
import { itemsIn } from './items.ts';
import type { Options } from './options.ts';
import { applyOutlines, readOutline } from './outlines.ts';
import { applyRoads, readRoad } from './roads.ts';
import { importTree, type TreeOptions } from './tree.ts';

type Apply = (ctx: Ctx, options: Options, findings: Findings) => Promise<void>;

const kinds: Readonly<
  Record<Kind, Pick<Loading, 'shape' | 'once' | 'read'> & { readonly apply: Apply }>
> = {
  outlines: { shape: 'area', once: ['place'], read: readOutline, apply: applyOutlines },
  grids: { shape: 'area', once: ['kind', 'code'], read: readGrid, apply: applyGrids },
  roads: {
    ...{ shape: 'line', once: [], read: readRoad },
    apply: (ctx, _, findings) => applyRoads(ctx, findings),
  },
  addresses: {
    ...{ shape: 'point', once: [], read: readAddress },
    apply: (ctx, _, findings) => applyAddresses(ctx, findings),
  },
};

/**
 * Outlines, grids, roads or doors from a file. What fits goes in, what does not is named, and the same file again
 * changes nothing. Whoever calls it has settled that the operator may.
 *
 * @throws {Misfit} when the file as a whole cannot be read
 */
export async function importShapes(
  ctx: Ctx,
  kind: Kind,
  file: string,
  options: Options,
): Promise<Findings> {
  const { apply, ...reading } = kinds[kind];
  const findings = new Findings();
  const { datum, repair } = options;
  await load(ctx, { ...reading, items: itemsIn(file), datum, repair }, findings);
  await guessDatum(ctx, kind, datum, findings);
  await apply(ctx, options, findings);
  await unload(ctx);
  // A role that owns no tables is told so, and nothing else happens.
  await sql`analyze places.outline, places.grid, places.road, places.address`.execute(ctx.db);
  noteImport(ctx, kind, findings);
  return findings;
}

/** The tree of places from a list of official codes and names. */
export async function importTreeFile(
  ctx: Ctx,
  file: string,
  options: TreeOptions,
): Promise<Findings> {
  const findings = new Findings();
  await importTree(ctx, itemsIn(file), options, findings);
  noteImport(ctx, 'tree', findings);
  return findings;
}

function noteImport(ctx: Ctx, kind: string, { added, changed, same, faulty }: Findings): void {
  ctx.note({ act: 'places.imported', subject: kind, facts: { added, changed, same, faulty } });
}
