// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { type Db, json } from '../../kernel/db.ts';
import type { Kind, Mapping } from './fields.ts';

/** How much of a file came to what. */
export interface Counts {
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly kept: number;
  readonly faulty: number;
}
export const nothing: Counts = { read: 0, added: 0, changed: 0, same: 0, kept: 0, faulty: 0 };

export interface BatchKey {
  readonly digest: Buffer;
  readonly kind: Kind;
  readonly under: number;
  readonly source: string;
}
export interface Batch extends Counts {
  readonly no: number;
  /** All lines up to this one are in, or in the report. */
  readonly position: number;
  readonly report_bytes: number;
  /** Which run at the desk moved it last; none at a terminal. */
  readonly upload: number | null;
  readonly began_at: Date;
  readonly finished_at: Date | null;
}

export async function selectBatch(
  db: Db,
  { digest, kind, under, source }: BatchKey,
): Promise<Batch | undefined> {
  const { rows } = await sql<Batch>`
    select no, position, report_bytes, upload, read, added, changed, same, kept, faulty, began_at, finished_at
    from registry.batch where digest = ${digest} and kind = ${kind} and under = ${under} and source = ${source}
    for update`.execute(db);
  return rows[0];
}

interface NewBatch {
  readonly file: string;
  readonly operator: string;
  readonly upload: number | null;
  readonly now: Date;
}

export async function insertBatch(
  db: Db,
  { digest, kind, under, source }: BatchKey,
  { file, operator, upload, now }: NewBatch,
): Promise<number> {
  const { rows } = await sql<{ no: number }>`
    insert into registry.batch (kind, under, source, file, digest, operator, upload, began_at, moved_at)
    values (${kind}, ${under}, ${source}, ${file}, ${digest}, ${operator}, ${upload}, ${now}, ${now}) returning no`.execute(
    db,
  );
  return rows[0]?.no ?? 0;
}

/** From the first line again. */
export async function restartBatch(
  db: Db,
  no: number,
  upload: number | null,
  now: Date,
): Promise<void> {
  await sql`update registry.batch set upload = ${upload}, position = 0, report_bytes = 0, read = 0, added = 0, changed = 0, same = 0, kept = 0,
    faulty = 0, finished_at = null, moved_at = ${now} where no = ${no}`.execute(db);
}

/** The batch stands at `from` and moves on; false when somebody else has moved it. */
export async function moveBatch(
  db: Db,
  no: number,
  from: number,
  to: { position: number; reportBytes: number; counts: Counts; now: Date },
): Promise<boolean> {
  const { position, reportBytes, counts, now } = to;
  const { rows } = await sql<{ no: number }>`
    update registry.batch set position = ${position}, report_bytes = ${reportBytes}, read = ${counts.read},
      added = ${counts.added}, changed = ${counts.changed}, same = ${counts.same}, kept = ${counts.kept},
      faulty = ${counts.faulty}, moved_at = ${now}
    where no = ${no} and position = ${from} and finished_at is null returning no`.execute(db);
  return rows.length === 1;
}

export async function finishBatch(db: Db, no: number, now: Date): Promise<void> {
  await sql`update registry.batch set finished_at = ${now}, moved_at = ${now} where no = ${no}`.execute(
    db,
  );
}

interface Form {
  readonly kind: Kind;
  readonly source: string;
  readonly form: readonly string[];
}

/** What was said before of a file with these headings, from the same source. */
export async function selectMapping(db: Db, { kind, source, form }: Form): Promise<Mapping> {
  const { rows } = await sql<{ fields: Record<string, string> }>`
    select fields from registry.heading_map where source = ${source} and kind = ${kind} and form = ${[...form]}::text[]`.execute(
    db,
  );
  return new Map(Object.entries(rows[0]?.fields ?? {}));
}

export async function rememberMapping(
  db: Db,
  { kind, source, form }: Form,
  mapping: Mapping,
  now: Date,
): Promise<void> {
  await sql`
    insert into registry.heading_map (source, kind, form, fields, said_at)
    values (${source}, ${kind}, ${[...form]}::text[], ${json(Object.fromEntries(mapping))}, ${now})
    on conflict (source, kind, form) do update set fields = excluded.fields, said_at = excluded.said_at`.execute(
    db,
  );
}
