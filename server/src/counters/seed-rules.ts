// SPDX-License-Identifier: Apache-2.0
// First service classes and numbers of the hall, from data/. All of them 示例 until a city replaces them.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { insertEntries, type NewEntry, settingEntry } from '../kernel/catalogue.ts';
import type { Db } from '../kernel/db.ts';
import { settings } from './settings.ts';

type Row = Record<string, string>;
const from = '2026-01-01';
const source = '示例（里弄自拟，2026-11）';

const services = (): Row[] =>
  parse(readFileSync(new URL('../../../data/counter-services.csv', import.meta.url)), {
    columns: true,
    bom: true,
  }) as Row[];

/** Returns how many rows that is. */
export function seedCounterRules(db: Db, now: Date): Promise<number> {
  return insertEntries(
    db,
    [...services().map(serviceEntry), ...settings.map((one) => settingEntry({ ...one, source }))],
    now,
  );
}

const serviceEntry = (row: Row): NewEntry => ({
  ...{ kind: 'service', key: row.key ?? '', name: row.name ?? '', nameEn: row.name_en ?? '' },
  body: {
    letter: row.letter,
    order: Number(row.order),
    minutes: Number(row.minutes),
    about: row.about,
    aboutEn: row.about_en,
  },
  effectiveFrom: from,
  source: row.source ?? '',
});
