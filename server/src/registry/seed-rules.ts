// SPDX-License-Identifier: Apache-2.0
// First purposes and labels, from data/. All of them 示例 until a city replaces them.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { insertEntries, type NewEntry } from '../kernel/catalogue.ts';
import type { Db } from '../kernel/db.ts';

type Row = Record<string, string>;
const from = '2026-01-01';

const read = (name: string): Row[] =>
  parse(readFileSync(new URL(`../../../data/${name}`, import.meta.url)), {
    columns: true,
    bom: true,
  }) as Row[];

/** Why data may be opened, and what may be said of people by whom. */
export async function seedRegistryRules(db: Db, now: Date): Promise<void> {
  await insertEntries(
    db,
    [
      ...read('registry-purposes.csv').map(purposeEntry),
      ...read('registry-labels.csv').map(labelEntry),
    ],
    now,
  );
}

const named = (
  key: string,
  row: Row,
  kind: NewEntry['kind'],
  body: NewEntry['body'],
): NewEntry => ({
  kind,
  key,
  name: row.name ?? '',
  nameEn: row.name_en ?? '',
  body,
  effectiveFrom: from,
  source: row.source ?? '',
});

const purposeEntry = (row: Row): NewEntry =>
  named(row.key ?? '', row, 'purpose', { chosen: row.chosen === 'yes', basis: row.basis });

const labelEntry = (row: Row): NewEntry =>
  named(row.code ?? '', row, 'label', {
    kind: row.kind,
    supplier: row.supplier,
    sensitivity: Number(row.sensitivity),
    lookAgainDays: Number(row.look_again_days),
    basis: row.basis,
  });
