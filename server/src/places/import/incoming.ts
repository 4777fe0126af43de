// SPDX-License-Identifier: Apache-2.0
// Features on their way in: read line by line, kept in the database, checked there as a whole.
import type { Ctx } from '../../kernel/ctx.ts';
import type { Datum } from '../datum.ts';
import { namedPlaces, type PlaceFinder } from '../named.ts';
import { selectPlacesToName } from '../queries-names.ts';
import { type Findings, faultAt, faultOf, Misfit } from './fault.ts';
import {
  analyseIncoming,
  emptyIncoming,
  insertIncoming,
  lockImport,
  repairShapes,
  takeBroken,
  takeTwice,
} from './incoming-queries.ts';
import type { Item } from './items.ts';
import { type Shape, type ShapeKind, shapeOf } from './shape.ts';

/** What a file is about. */
export type Kind = 'outlines' | 'grids' | 'roads' | 'addresses';

export interface Incoming {
  readonly n: number;
  readonly place: number | null;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly road: string | null;
  readonly lane: string | null;
  readonly number: string;
  readonly line: string;
  readonly gone: boolean;
  readonly shape: Shape;
}
/** What one line or feature says, before its geometry. */
export type Said = Partial<Omit<Incoming, 'n' | 'shape'>>;

export interface Loading {
  readonly items: AsyncIterable<Item>;
  readonly datum: Datum;
  readonly shape: ShapeKind;
  /** Invalid polygons are mended rather than refused. */
  readonly repair: boolean;
  /** Columns by which a feature of the file is the same as another; none when several make one. */
  readonly once: readonly (keyof Said & string)[];
  read(item: Item, find: PlaceFinder): Said;
}

const BATCH = 2_000; // rows of one statement
const BATCH_BYTES = 4_000_000;

/** Reads the whole file into `places.incoming`; what cannot go in is blamed and left out. */
export async function load(ctx: Ctx, wanted: Loading, findings: Findings): Promise<void> {
  await lockImport(ctx.db);
  const find = namedPlaces(await selectPlacesToName(ctx.db), () => true);
  let batch: Incoming[] = [];
  let bytes = 0;
  const send = async (): Promise<void> => {
    if (batch.length > 0) await insertIncoming(ctx.db, batch);
    batch = [];
    bytes = 0;
  };
  for await (const item of wanted.items) {
    findings.read += 1;
    const row = rowOf(item, wanted, find, findings);
    if (row === undefined) continue;
    batch.push(row);
    bytes += sizeOf(row.shape);
    if (batch.length >= BATCH || bytes >= BATCH_BYTES) await send();
  }
  await send();
  if (findings.read === 0) throw new Misfit('', 'import.empty');
  await analyseIncoming(ctx.db);
  await check(ctx, wanted, findings);
}

/** Empties the table again. */
export const unload = (ctx: Ctx): Promise<void> => emptyIncoming(ctx.db);

function rowOf(
  item: Item,
  { datum, shape, read }: Loading,
  find: PlaceFinder,
  findings: Findings,
): Incoming | undefined {
  try {
    const said = read(item, find);
    return {
      ...{ n: item.at, place: null, code: '', name: '', kind: '', road: null, lane: null },
      ...{ number: '', line: '', gone: false },
      ...said,
      shape: shapeOf(item.geometry(), shape, datum),
    };
  } catch (thrown) {
    findings.blame(faultOf(item.at, thrown));
    return undefined;
  }
}

const bytesOfCorner = 24;
function sizeOf({ coordinates }: Shape): number {
  const corners = Array.isArray(coordinates) ? coordinates.flat(3).length : 1;
  return corners * bytesOfCorner;
}

async function check(ctx: Ctx, wanted: Loading, findings: Findings): Promise<void> {
  if (wanted.once.length > 0)
    for (const { n, first, what } of await takeTwice(ctx.db, wanted.once))
      findings.blame(faultAt(n, '', 'import.twice', { what, first }));
  if (wanted.shape !== 'area') return;
  if (wanted.repair)
    for (const { n, what, reason } of await repairShapes(ctx.db))
      findings.note('import.repaired', { at: n, what, reason });
  for (const { n, what, reason } of await takeBroken(ctx.db))
    findings.blame(faultAt(n, 'geometry', 'import.invalid', { what, reason }));
}
