// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Db } from '../kernel/db.ts';
import type { First } from './generate/plan.ts';
import { type Cell, columns, type TableName } from './generate/rows.ts';

/** One process peoples the registry; another that starts beside it waits, and then finds it peopled. */
export async function waitForOthers(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(771003)`.execute(db);
}

/** Whether anybody is anywhere that this transaction may see. */
export async function isPeopled(db: Db): Promise<boolean> {
  const found = await db.selectFrom('registry.presence').select('no').limit(1).executeTakeFirst();
  return found !== undefined;
}

/**
 * Takes numbers for so many people, homes and institutions. A household has twice the number of its head, or one more, so the
 * numbers of households go on after those.
 */
export async function claimNumbers(
  db: Db,
  people: number,
  homes: number,
  institutions: number,
): Promise<First> {
  const person = await claim(db, 'person', people);
  await claim(db, 'household', 2 * (person + people));
  const home = await claim(db, 'home', homes);
  return { person, home, institution: await claim(db, 'institution', institutions) };
}

/** A number for one more person. */
export const nextPersonOf = (db: Db): Promise<number> => claim(db, 'person', 1);

/** The first of so many numbers. */
async function claim(
  db: Db,
  table: 'person' | 'household' | 'home' | 'institution',
  count: number,
) {
  const { rows } = await sql<{ first: number }>`
    select min(no) as first from (
      select nextval(sequence) as no from generate_series(1, ${count}::int),
        (select pg_get_serial_sequence(${`registry.${table}`}, 'no')::regclass as sequence offset 0) as found) as taken`.execute(
    db,
  );
  return rows[0]?.first ?? 1;
}

/** All rows of one table in one statement. */
export async function insertRows(
  db: Db,
  table: TableName,
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  const names = columns[table];
  const objects = rows.map((row) =>
    Object.fromEntries(names.map((name, at) => [name, plain(row[at] ?? null)])),
  );
  await insertObjects(db, table, names, objects);
}

/** The same of rows whose cells have names; bytes as `hexOf` writes them. */
export async function insertObjects(
  db: Db,
  table: TableName,
  names: readonly string[],
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const list = sql.join(names.map((name) => sql.ref(name)));
  await sql`
    insert into ${sql.table(`registry.${table}`)} (${list})
    select ${list} from json_populate_recordset(null::${sql.table(`registry.${table}`)}, ${JSON.stringify(rows)}::text::json)`.execute(
    db,
  );
}

/** Bytes as PostgreSQL writes them; the embedded database gives them without the methods of a Buffer. */
export const hexOf = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`;
const plain = (cell: Cell): unknown => (Buffer.isBuffer(cell) ? hexOf(cell) : cell);
