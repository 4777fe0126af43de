// SPDX-License-Identifier: Apache-2.0
// First reasons and numbers of ratings. All of them 示例 until a city replaces them.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { insertEntries, type NewEntry, settingEntry } from '../kernel/catalogue.ts';
import type { Db } from '../kernel/db.ts';
import { settings } from './settings.ts';

type Row = Record<string, string>;
const from = '2026-01-01';

/** Returns how many rows that is. */
export function seedRatingRules(db: Db, now: Date): Promise<number> {
  const file = readFileSync(new URL('../../../data/rating-reasons.csv', import.meta.url));
  const reasons = parse(file, { columns: true, bom: true }) as Row[];
  return insertEntries(db, [...reasons.map(reasonEntry), ...settings.map(settingEntry)], now);
}

const reasonEntry = (row: Row): NewEntry => ({
  ...{ kind: 'rating_reason', key: row.key ?? '', name: row.name ?? '', nameEn: row.name_en ?? '' },
  body: { of: row.of, bad: row.bad === 'yes', order: Number(row.order) },
  ...{ effectiveFrom: from, source: row.source ?? '' },
});
