// SPDX-License-Identifier: Apache-2.0
import type { Client } from 'pg';

/** `12 % 3,010,000 of 24,870,895 people, 21,300/s, 17 min left` */
export function progressLine(done: number, people: number, seconds: number): string {
  const rate = done / Math.max(seconds, 0.001);
  const percent = Math.floor((100 * done) / people);
  return `${percent} % ${many(done)} of ${many(people)} people, ${many(Math.round(rate))}/s, ${span((people - done) / Math.max(rate, 1))} left`;
}

export const span = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;

export const many = (count: number): string => count.toLocaleString('en-US');

export interface Size {
  readonly table: string;
  readonly rows: number;
  readonly heap: number;
  readonly indexes: number;
}

/** Rows and bytes of each table of the registry, the largest first. */
export async function sizesOf(client: Client): Promise<Size[]> {
  const { rows } = await client.query<Size>(
    `select relname as table, reltuples::int8::float8 as rows, pg_table_size(oid)::float8 as heap, pg_indexes_size(oid)::float8 as indexes
     from pg_class where relnamespace = 'registry'::regnamespace and relkind = 'r' order by pg_total_relation_size(oid) desc`,
  );
  return rows;
}

/** The same as lines, with bytes for each person. */
export async function sizeLines(client: Client, people: number): Promise<string[]> {
  const rows = await sizesOf(client);
  const whole = rows.reduce(
    (sum, one) => ({
      heap: sum.heap + one.heap,
      indexes: sum.indexes + one.indexes,
      rows: sum.rows + one.rows,
    }),
    { heap: 0, indexes: 0, rows: 0 },
  );
  return [
    `${'table'.padEnd(14)} ${'rows'.padStart(12)} ${'table B'.padStart(9)} ${'index B'.padStart(9)} ${'B/person'.padStart(9)}`,
    ...[...rows.filter((one) => one.rows > 0), { table: 'all', ...whole }].map(
      ({ table, rows: count, heap, indexes }) =>
        `${table.padEnd(14)} ${many(count).padStart(12)} ${each(heap, people)} ${each(indexes, people)} ${each(heap + indexes, people)}`,
    ),
  ];
}

const each = (bytes: number, people: number): string => (bytes / people).toFixed(0).padStart(9);
