// SPDX-License-Identifier: Apache-2.0
import type { CatalogueRow } from '@lilong/contracts/catalogue';
import { sql } from 'kysely';
import type { Db } from './db.ts';

/** A row as the program reads it. */
export interface Entry {
  readonly no: number;
  readonly key: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly body: Record<string, unknown>;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly source: string;
}
export type Kind = CatalogueRow['kind'];

/** The dated rows that a city may change; cached for 30 s, dropped when one is approved. */
export interface Catalogue {
  /** All approved rows of a kind, oldest first; also those that ended or have yet to begin. */
  rows(db: Db, kind: Kind, now: Date): Promise<readonly Entry[]>;
  /** The row of `key` in force on `day` (`2026-03-02`). */
  inForce(db: Db, kind: Kind, key: string, day: string, now: Date): Promise<Entry | undefined>;
  forget(): void;
}

const keptMs = 30_000;

export function makeCatalogue(): Catalogue {
  const kept = new Map<Kind, { at: number; rows: readonly Entry[]; byKey: Map<string, Entry[]> }>();
  const load = async (db: Db, kind: Kind, now: Date) => {
    const known = kept.get(kind);
    if (known !== undefined && Math.abs(now.getTime() - known.at) < keptMs) return known;
    const { rows } = await sql<Entry>`
      select no, key, name, name_en as "nameEn", body, effective_from as "effectiveFrom", effective_to as "effectiveTo", source
      from kernel.catalogue where kind = ${kind} and status = 'approved' order by key, effective_from`.execute(
      db,
    );
    const fresh = { at: now.getTime(), rows, byKey: Map.groupBy(rows, (row) => row.key) };
    kept.set(kind, fresh);
    return fresh;
  };
  return {
    rows: async (db, kind, now) => (await load(db, kind, now)).rows,
    inForce: async (db, kind, key, day, now) =>
      (await load(db, kind, now)).byKey.get(key)?.findLast((row) => holds(row, day)),
    forget: () => kept.clear(),
  };
}

/** True when the row is in force on `day`. */
export function holds(row: Entry, day: string): boolean {
  return row.effectiveFrom <= day && (row.effectiveTo === null || day <= row.effectiveTo);
}

/** A first row of a catalogue, as a seed or an import brings it. */
export interface NewEntry {
  readonly kind: Kind;
  readonly key: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly body: Record<string, unknown>;
  readonly effectiveFrom: string;
  readonly source: string;
}

/** A number or a few words that a city may set. */
export interface Setting {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly value: number | string;
  readonly unit: string;
  readonly source: string;
}
/** Its first row. */
export const settingEntry = ({ value, unit, key, name, nameEn, source }: Setting): NewEntry => ({
  ...{ kind: 'setting', key, name, nameEn, body: { value, unit } },
  ...{ effectiveFrom: '2026-01-01', source },
});

/** Puts approved rows in at once: at the first start all, later those of a key that the catalogue does not know yet. */
export async function insertEntries(
  db: Db,
  entries: readonly NewEntry[],
  now: Date,
): Promise<number> {
  const { rows } = await sql`
    insert into kernel.catalogue (kind, key, name, name_en, body, effective_from, source, status, at)
    select e.kind, e.key, e.name, e."nameEn", e.body, e."effectiveFrom", e.source, 'approved', ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(entries)}::text::jsonb)
      as e (kind text, key text, name text, "nameEn" text, body jsonb, "effectiveFrom" date, source text)
    where not exists (select from kernel.catalogue c where c.kind = e.kind and c.key = e.key) returning no`.execute(
    db,
  );
  return rows.length;
}
