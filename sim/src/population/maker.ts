// SPDX-License-Identifier: Apache-2.0
// A worker thread: makes people, seals their numbers and writes them as COPY takes them, a batch whenever asked.
import { parentPort, workerData } from 'node:worker_threads';
import { openServer } from '@lilong/server/kernel/db';
import { readKeys } from '@lilong/server/kernel/keys';
import {
  emptyRows,
  type Rows,
  rowsOf,
  type TableName,
  tableNames,
} from '@lilong/server/registry/generate/rows';
import { type EmptyCity, readCity } from './city.ts';
import { copyText } from './copy-text.ts';

/** What a maker is told. */
export interface Making {
  readonly url: string;
  readonly keys: string;
  readonly now: Date;
  readonly people: number;
  readonly seed: number;
  /** Number of the place whose committees are peopled. */
  readonly within: number;
  /** This maker takes each `of`-th committee from `nth` on. */
  readonly nth: number;
  readonly of: number;
}

/** Some committees, ready to be copied. */
export interface Batch {
  readonly people: number;
  readonly texts: Readonly<Record<TableName, Uint8Array>>;
}

/** People in one batch: a few megabytes. */
const BATCH = 6_000;

function* batches({ plans, around, people }: EmptyCity, { nth, of }: Making): Generator<Batch> {
  let rows = emptyRows();
  for (const peopled of people(plans.filter((_, at) => at % of === nth))) {
    add(rows, rowsOf(peopled, around));
    if (rows.person.length < BATCH) continue;
    yield batchOf(rows);
    rows = emptyRows();
  }
  yield batchOf(rows);
}

function add(rows: Rows, more: Rows): void {
  for (const table of tableNames) for (const row of more[table]) rows[table].push(row);
}

const batchOf = (rows: Rows): Batch => ({
  people: rows.person.length,
  texts: Object.fromEntries(
    tableNames.map((table) => [table, new Uint8Array(copyText(rows[table]))]),
  ) as unknown as Batch['texts'], // one for each table
});

const making = workerData as Making; // what the loader gave
const db = openServer({ url: making.url, connections: 1 });
const keys = readKeys(making.keys);
const city = await readCity(db, making, { keys, now: making.now });
await db.close();
const made = batches(city, making);
parentPort?.on('message', () => {
  const { value, done } = made.next();
  if (done === true) {
    parentPort?.postMessage(null);
    parentPort?.close();
    return;
  }
  const buffers = Object.values(value.texts).map(({ buffer }) => buffer as ArrayBuffer);
  parentPort?.postMessage(value, buffers);
});
parentPort?.postMessage('ready');
