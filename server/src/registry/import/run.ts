// SPDX-License-Identifier: Apache-2.0
// A file of people, homes or institutions comes in, chunk by chunk. Each chunk is one transaction that also says how far the file is,
// so that whatever is cut off goes on where it stood.
import { type PlaceRange, placeRange } from '@lilong/contracts/place-no';
import type { Ctx } from '../../kernel/ctx.ts';
import { today } from '../../kernel/today.ts';
import { Trouble } from '../../kernel/voice.ts';
import { Misfit, namedPlaces, selectPlacesToName } from '../../places/index.ts';
import { lookOver } from '../reach.ts';
import { type Batch, type Counts, finishBatch, moveBatch } from './batch-queries.ts';
import { begin } from './begin.ts';
import { loadHomes } from './chunk-homes.ts';
import { loadInstitutions } from './chunk-institutions.ts';
import { type Done, type Lined, loadPeople } from './chunk-people.ts';
import type { Columns, Field, Kind } from './fields.ts';
import type { Around } from './find-homes.ts';
import { checkInstitution, type InstitutionLine } from './institution-lines.ts';
import { type Checked, checkHome, checkPerson, type HomeLine, type PersonLine } from './lines.ts';
import { lockLoads, selectStreets } from './load-queries.ts';
import { besideFile, type Reports } from './refused.ts';
import { type Line, makeSeen, type Seen } from './seen.ts';
import type { Row, Stored, Table } from './table.ts';
import { makeTelling, type Refused, type Telling } from './telling.ts';
import { plain } from './values.ts';

/** Lines of one transaction. */
const CHUNK = 1_000;

/** What an operator asks for. */
export interface Wanted {
  readonly kind: Kind;
  /** A path of this machine, or a file that lies elsewhere. */
  readonly file: string | Stored;
  /** Who gave the file, in a few words. */
  readonly source: string;
  /** The place whose people or homes they are: nobody elsewhere is touched, but for whoever moves from there. */
  readonly under: number;
  /** What `--map` was given. */
  readonly map: readonly string[];
  /** Also when the same file has come in already. */
  readonly again: boolean;
  /** Who is signed in at the machine. */
  readonly operator: string;
  /** Everything is undone at the end. */
  readonly dry: boolean;
  /** Where refused lines are written; beside the file unless told. */
  readonly reports?: Reports | undefined;
  readonly onProgress?: ((share: number, counts: Counts) => void) | undefined;
}

/** Runs work in a transaction of its own; of a dry run all share one. */
export type Operate = <R>(work: (ctx: Ctx) => Promise<R>) => Promise<R>;

export interface Loaded {
  readonly counts: Counts;
  /** The same file came in whole at this time, and nothing was done. */
  readonly knownSince: Date | null;
  /** The line after which it went on. */
  readonly resumedAfter: number;
  readonly unknown: readonly string[];
  readonly refused: readonly Refused[];
  /** Where refused lines are; none when there are none. */
  readonly report: string | null;
}

/** @throws {Misfit} when the file as a whole cannot be read; {Trouble} when another process moves the same file */
export async function importRegistry(operate: Operate, wanted: Wanted): Promise<Loaded> {
  const reports = wanted.reports ?? besideFile(String(wanted.file), wanted.dry);
  const { table, columns, batch } = await begin(operate, wanted, reports);
  const { unknown } = columns;
  const known = batch.finished_at;
  if (known !== null) {
    await table.rows.return(undefined);
    const { read, added, changed, same, kept, faulty } = batch;
    const counts = { read, added, changed, same, kept, faulty };
    return { counts, knownSince: known, resumedAfter: 0, unknown, refused: [], report: null };
  }
  const around = await operate((ctx) => surroundings(ctx, wanted.under));
  const reading = { wanted, reports, table, columns, batch, around };
  const { counts, telling } = await readLines(operate, reading);
  await operate((ctx) => finish(ctx, wanted, batch, counts));
  const refused = { refused: telling.first, report: counts.faulty > 0 ? reports.where : null };
  return { counts, knownSince: null, resumedAfter: batch.position, unknown, ...refused };
}

async function surroundings(ctx: Ctx, under: number): Promise<Around> {
  const range: PlaceRange = placeRange(under);
  const places = (await selectPlacesToName(ctx.db)).filter(
    ({ no }) => range.first <= no && no <= range.last,
  );
  const streets = await selectStreets(ctx.db, range);
  return { range, streets, find: namedPlaces(places, () => true) };
}

interface Reading {
  readonly wanted: Wanted;
  readonly reports: Reports;
  readonly table: Table;
  readonly columns: Columns;
  readonly batch: Batch;
  readonly around: Around;
}

/** Lines that wait for their transaction, good and bad. */
interface Chunk {
  readonly people: Lined<PersonLine>[];
  readonly homes: Lined<HomeLine>[];
  readonly institutions: Lined<InstitutionLine>[];
  readonly rows: Map<number, Row>;
  readonly wrong: Map<number, readonly Error[]>;
}
const emptyChunk = (): Chunk => ({
  ...{ people: [], homes: [], institutions: [] },
  ...{ rows: new Map(), wrong: new Map() },
});

async function readLines(
  operate: Operate,
  reading: Reading,
): Promise<{ counts: Counts; telling: Telling }> {
  const { wanted, reports, table, columns, batch } = reading;
  const day = await operate(async (ctx) => today(ctx));
  const report = reports.open(columns.titles, batch.report_bytes);
  const telling = makeTelling(wanted.kind, columns, report);
  const seen = makeSeen();
  let state: State = { position: batch.position, counts: batch };
  let last = Promise.resolve(state);
  last.catch(() => undefined);
  let chunk = emptyChunk();
  // While the database writes one chunk, the next is read.
  const send = async (): Promise<void> => {
    const full = chunk;
    chunk = emptyChunk();
    state = await last;
    last = operate((ctx) => loadChunk(ctx, full, reading, state, telling));
    last.catch(() => undefined); // whoever waits for it hears of it
    wanted.onProgress?.(table.share(), state.counts);
  };
  try {
    for await (const row of table.rows) {
      sort(row, chunk, reading, seen, day);
      if (chunk.rows.size >= CHUNK) await send();
    }
    if (chunk.rows.size > 0) await send();
    state = await last;
  } finally {
    await last.catch(() => undefined);
    report.close();
  }
  return { counts: state.counts, telling };
}

/** Puts a line to the good or the bad ones; one that is in already only tells whether a later one is the same again. */
function sort(row: Row, chunk: Chunk, reading: Reading, seen: Seen, day: string): void {
  const { wanted, columns, batch } = reading;
  const isIn = row.at <= batch.position;
  const cells = (field: string): string => {
    const index = columns.at.get(field as Field); // one that no file has is not there
    return index === undefined ? '' : plain(row.cells[index] ?? '');
  };
  const put = <L extends Line>({ line, wrong }: Checked<L>, into: Lined<L>[]): void => {
    const twice = line === undefined ? undefined : seen(line, row.at);
    if (isIn) return;
    chunk.rows.set(row.at, row);
    if (wrong.length > 0) chunk.wrong.set(row.at, wrong);
    else if (twice !== undefined) chunk.wrong.set(row.at, [twice]);
    else if (line !== undefined) into.push({ at: row.at, line });
  };
  if (wanted.kind === 'people') put(checkPerson(cells, day), chunk.people);
  else if (wanted.kind === 'homes') put(checkHome(cells), chunk.homes);
  else put(checkInstitution(cells, day), chunk.institutions);
}

interface State {
  readonly position: number;
  readonly counts: Counts;
}

async function loadChunk(
  ctx: Ctx,
  chunk: Chunk,
  { wanted, batch, around }: Reading,
  { position: from, counts }: State,
  telling: Telling,
): Promise<State> {
  await lockLoads(ctx.db);
  await lookOver(ctx, [around.range]);
  const { dry } = wanted;
  const { rows, wrong } = chunk;
  const done = await loadLines(ctx, chunk, wanted, around);
  for (const [at, row] of rows) {
    const why = wrong.get(at) ?? [done.refused.get(at) ?? []].flat();
    if (why.length > 0) telling.tell(row, why);
  }
  const next = {
    position: Math.max(from, ...rows.keys()),
    counts: plus(counts, rows.size, done),
  };
  const to = { ...next, reportBytes: await telling.flush(ctx), now: ctx.now };
  if (!dry && !(await moveBatch(ctx.db, batch.no, from, to)))
    throw new Trouble('load.other-process');
  return next;
}

function loadLines(
  ctx: Ctx,
  { people, homes, institutions }: Chunk,
  { kind, source }: Wanted,
  around: Around,
): Promise<Done> {
  if (kind === 'people') return loadPeople(ctx, people, around, source);
  if (kind === 'homes') return loadHomes(ctx, homes, around);
  return loadInstitutions(ctx, institutions, around, source);
}

function plus(before: Counts, lines: number, { outcomes }: Done): Counts {
  const of = (wanted: string): number =>
    [...outcomes.values()].filter((outcome) => outcome === wanted).length;
  return {
    read: before.read + lines,
    added: before.added + of('added'),
    changed: before.changed + of('changed'),
    same: before.same + of('same'),
    kept: before.kept + of('kept'),
    faulty: before.faulty + lines - outcomes.size,
  };
}

async function finish(ctx: Ctx, { kind, under, dry }: Wanted, { no }: Batch, counts: Counts) {
  if (counts.read === 0) throw new Misfit('', 'import.empty');
  if (dry) return;
  await finishBatch(ctx.db, no, ctx.now);
  ctx.note({ act: 'registry.imported', subject: `${kind} ${no}`, place: under, facts: counts });
}
