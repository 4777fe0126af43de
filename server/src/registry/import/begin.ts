// SPDX-License-Identifier: Apache-2.0
// Before the first line: how the columns are understood, and whether the same file was here before.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Ctx } from '../../kernel/ctx.ts';
import { Misfit } from '../../places/index.ts';
import {
  type Batch,
  insertBatch,
  nothing,
  rememberMapping,
  restartBatch,
  selectBatch,
  selectMapping,
} from './batch-queries.ts';
import { areTitles, type Columns, columnsOf, formOf, type Mapping, mappingOf } from './fields.ts';
import type { Reports } from './refused.ts';
import type { Operate, Wanted } from './run.ts';
import { openTable, type Row, type Stored, type Table } from './table.ts';

export interface Begun {
  readonly table: Table;
  readonly columns: Columns;
  readonly batch: Batch;
}

/** Titles stand in the first lines; above them there may be a name of the whole. */
const TITLES_WITHIN = 10;

export async function begin(operate: Operate, wanted: Wanted, reports: Reports): Promise<Begun> {
  const given = mappingOf(wanted.kind, wanted.map);
  const contents = await digestOfFile(wanted.file);
  const table = await openTable(wanted.file);
  const first = await firstRows(table);
  try {
    const { index, ...started } = await operate(async (ctx) => {
      const { index, titles, mapping } = await titlesIn(ctx, wanted, first, given);
      const columns = columnsOf(wanted.kind, titles, mapping);
      const digest = createHash('sha256')
        .update(contents)
        .update(JSON.stringify([...columns.at]));
      return { index, columns, batch: await batchFor(ctx, wanted, reports, digest.digest()) };
    });
    const rows = after(first.slice(index + 1), table.rows);
    return { table: { rows, share: table.share }, ...started };
  } catch (fault) {
    await table.rows.return(undefined);
    throw fault;
  }
}

/** Among them are the titles. */
export async function firstRows({ rows }: Table): Promise<Row[]> {
  const first: Row[] = [];
  while (first.length < TITLES_WITHIN) {
    const { value, done } = await rows.next();
    if (done === true) break;
    first.push(value);
  }
  return first;
}

async function* after(first: readonly Row[], rest: AsyncGenerator<Row>): AsyncGenerator<Row> {
  try {
    yield* first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

async function digestOfFile(file: string | Stored): Promise<Buffer> {
  const hash = createHash('sha256');
  const bytes = typeof file === 'string' ? createReadStream(file) : file.span(0, file.size);
  for await (const chunk of bytes) hash.update(chunk as Buffer); // no encoding: bytes
  return hash.digest();
}

interface Titles {
  /** Which of the first lines it is. */
  readonly index: number;
  readonly titles: readonly string[];
  readonly mapping: Mapping;
}

/** The line of titles, and what was said of them before and now; what is said now is remembered. */
async function titlesIn(
  ctx: Ctx,
  { kind, source, dry }: Wanted,
  rows: readonly Row[],
  given: Mapping,
): Promise<Titles> {
  for (const [index, { cells }] of rows.entries()) {
    const form = { kind, source, form: formOf(cells) };
    const mapping = new Map([...(await selectMapping(ctx.db, form)), ...given]);
    if (!areTitles(kind, cells, mapping)) continue;
    if (given.size > 0 && !dry) await rememberMapping(ctx.db, form, mapping, ctx.now);
    return { index, titles: cells, mapping };
  }
  const [first] = rows;
  if (first === undefined) throw new Misfit('', 'import.empty');
  throw new Misfit('', 'load.no-titles', { found: first.cells.join('、').slice(0, 200) });
}

async function batchFor(
  ctx: Ctx,
  wanted: Wanted,
  { reaches, upload }: Reports,
  digest: Buffer,
): Promise<Batch> {
  const { dry, again, file, operator, kind, under, source } = wanted;
  const fresh = {
    ...nothing,
    position: 0,
    report_bytes: 0,
    upload,
    began_at: ctx.now,
    finished_at: null,
  };
  if (dry) return { ...fresh, no: 0 };
  const key = { digest, kind, under, source };
  const known = await selectBatch(ctx.db, key);
  if (known === undefined) {
    const name = typeof file === 'string' ? basename(file) : file.name;
    const no = await insertBatch(ctx.db, key, { file: name, operator, upload, now: ctx.now });
    ctx.note({ act: 'registry.import', subject: `${kind} ${no}`, place: under });
    return { ...fresh, no };
  }
  const isWhole = known.finished_at !== null && !again;
  if (isWhole || (known.finished_at === null && reaches(known))) return known;
  await restartBatch(ctx.db, known.no, upload, ctx.now);
  ctx.note({ act: 'registry.import', subject: `${kind} ${known.no}`, place: under });
  return { ...fresh, no: known.no };
}
