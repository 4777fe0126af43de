// SPDX-License-Identifier: Apache-2.0
// A new key takes the place of an old one: what was sealed is opened and sealed again, so many rows at a time.
import { type RawBuilder, sql } from 'kysely';
import type { Database, Db } from './db.ts';
import type { Keys } from './keys.ts';
import { Trouble } from './voice.ts';

/** A column that holds sealed values, as a module declares it. */
export interface Sealed {
  /** With its schema. */
  readonly table: string;
  /** Columns of the primary key, all of them numbers, text or bytes. */
  readonly key: readonly string[];
  readonly column: string;
  readonly form: 'text' | 'bytes';
  /** Keyed digests that follow from what is inside, by column. */
  readonly digests?: (open: string, row: Row, keys: Keys) => Readonly<Record<string, Value>>;
  /** What else follows, in the same transaction. */
  readonly after?: (db: Db, keys: Keys, rows: readonly Opened[]) => Promise<void>;
}
export type Value = string | Buffer | null;
/** The columns of `key`, and those that `with` names. */
export type Row = Readonly<Record<string, unknown>>;
export interface Opened {
  readonly row: Row;
  readonly open: string;
}

/** Opens and seals a value of one of the two forms. */
export interface Sealer {
  open(keys: Keys, sealed: unknown): string;
  seal(keys: Keys, text: string): Value;
}

const BATCH = 1000;

/**
 * Seals with today's key what an earlier one sealed. Each batch is a transaction; begun again, it goes on with what is left.
 *
 * @returns rows that were sealed again
 */
export async function resealTable(
  { kysely }: Database,
  keys: Keys,
  sealed: Sealed,
  sealer: Sealer,
  state: (db: Db) => Promise<void>,
): Promise<number> {
  let [done, last]: [number, Row | undefined] = [0, undefined];
  for (;;) {
    const rows = await kysely.transaction().execute(async (db) => {
      await state(db);
      return resealSome(db, keys, { sealed, sealer, after: last });
    });
    done += rows.length;
    last = rows.at(-1);
    if (rows.length < BATCH) return done;
  }
}

interface Batch {
  readonly sealed: Sealed;
  readonly sealer: Sealer;
  readonly after: Row | undefined;
}

async function resealSome(db: Db, keys: Keys, { sealed, sealer, after }: Batch): Promise<Row[]> {
  const { table, column, digests } = sealed;
  const key = sealed.key.map((name) => sql.ref(name));
  const beyond =
    after === undefined
      ? sql`true`
      : sql`(${sql.join(key)}) > (${sql.join(sealed.key.map((name) => sql`${after[name]}`))})`;
  const { rows } = await sql<Row>`
    select ${sql.join(key)}, ${sql.ref(column)} as sealed from ${sql.table(table)}
    where ${isOlder(keys, sealed)} and ${beyond} order by ${sql.join(key)} limit ${BATCH}::int for update`.execute(
    db,
  );
  const opened = rows.map((row) => ({ row, open: openOne(keys, { sealed, sealer }, row) }));
  const again = opened.map(({ row, open }) => {
    const fresh = { [column]: sealer.seal(keys, open), ...digests?.(open, row, keys) };
    const sets = Object.entries(fresh).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
    const same = sealed.key.map((name) => sql`${sql.ref(name)} = ${row[name]}`);
    return sql`update ${sql.table(table)} set ${sql.join(sets)} where ${sql.join(same, sql` and `)}`.execute(
      db,
    );
  });
  await Promise.all(again);
  await sealed.after?.(db, keys, opened);
  return rows;
}

/** @throws {Trouble} naming the row that does not open: nothing of its batch is changed */
function openOne(
  keys: Keys,
  { sealed, sealer }: Pick<Batch, 'sealed' | 'sealer'>,
  row: Row,
): string {
  try {
    return sealer.open(keys, row.sealed);
  } catch (fault) {
    const key = sealed.key.map((name) => keyText(row[name])).join(' ');
    const detail = fault instanceof Error ? fault.message : '';
    throw new Trouble('keys.damaged', { table: sealed.table, key, detail });
  }
}

const keyText = (value: unknown): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value);

/** Sealed, and not with today's key. */
function isOlder(keys: Keys, { column, form }: Sealed): RawBuilder<boolean> {
  const ref = sql.ref(column);
  return form === 'bytes'
    ? sql<boolean>`${ref} is not null and substring(${ref} from 1 for 4) <> ${Buffer.from(keys.id, 'hex')}`
    : sql<boolean>`${ref} is not null and not starts_with(${ref}, ${`${keys.id}.`})`;
}
