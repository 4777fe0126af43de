// SPDX-License-Identifier: Apache-2.0
// First items and limits, from data/. All of them 示例 until a city replaces them.
import { readFileSync } from 'node:fs';
import type { ItemBody } from '@lilong/contracts/item-body';
import { parse } from 'csv-parse/sync';
import { insertEntries, type NewEntry, settingEntry } from '../kernel/catalogue.ts';
import type { Db } from '../kernel/db.ts';
import { bodyOf, type Row } from './seed-bodies.ts';
import { type Link, linked } from './seed-links.ts';
import { settings } from './settings.ts';

const from = '2026-01-01';
const data = (name: string): string =>
  readFileSync(new URL(`../../../data/${name}`, import.meta.url), 'utf8');

/** Returns how many rows that is. */
export function seedAffairRules(db: Db, now: Date): Promise<number> {
  return insertEntries(db, [...firstItems(), ...settings.map(settingEntry)], now);
}

/** The 178, those that are complete with their own form. */
export function firstItems(): NewEntry[] {
  const rows = parse(data('service-items.csv'), { columns: true, bom: true }) as Row[];
  const own = JSON.parse(data('service-items.json')) as Record<string, Partial<ItemBody>>;
  const links = readLinks();
  return rows.map((row) => ({
    ...{ kind: 'item', key: row.id, name: row.name, nameEn: row.name_en, effectiveFrom: from },
    body: linked(row.id, { ...bodyOf(row), ...own[row.id] }, links),
    source: row.source,
  }));
}

export const readLinks = (): Link[] =>
  parse(data('service-materials.csv'), { columns: true, bom: true }) as Link[];
