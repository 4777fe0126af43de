// SPDX-License-Identifier: Apache-2.0
// First purposes and labels, from data/. All of them 示例 until a city replaces them.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { insertEntries, type NewEntry, settingEntry } from '../kernel/catalogue.ts';
import type { Db } from '../kernel/db.ts';
import { delayEntry } from './delays/delays.ts';
import { keepingEntries } from './keeping/periods.ts';
import { mandateEntries } from './mandates/settings.ts';
import { undoDays, undoSetting } from './merging/merge.ts';
import { guardianEntries } from './own/settings.ts';
import { supplierSetting, waitingSetting } from './supply/suppliers.ts';

type Row = Record<string, string>;
const from = '2026-01-01';

const read = (name: string): Row[] =>
  parse(readFileSync(new URL(`../../../data/${name}`, import.meta.url)), {
    columns: true,
    bom: true,
  }) as Row[];

/** Why data may be opened, and what may be said of people by whom. */
export async function seedRegistryRules(db: Db, now: Date): Promise<number> {
  return insertEntries(
    db,
    [
      ...read('registry-purposes.csv').map(purposeEntry),
      ...read('registry-labels.csv').map(labelEntry),
      ...read('registry-suppliers.csv').map(supplierEntry),
      ...read('registry-elements.csv').map(elementEntry),
      waitingEntry,
      undoEntry,
      ...guardianEntries,
      ...mandateEntries,
      ...keepingEntries,
      delayEntry,
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
    validDays: Number(row.valid_days),
    basis: row.basis,
  });

/** What is held, who owns it, and how soon an objection to it is answered. */
const elementEntry = (row: Row): NewEntry =>
  named(row.key ?? '', row, 'element', {
    owner: row.owner,
    level: Number(row.level),
    freshDays: Number(row.fresh_days),
    answer: row.answer,
  });

/** By which names of its organisations a line of work is found. */
const supplierEntry = (row: Row): NewEntry =>
  named(`${supplierSetting}${row.supplier}`, row, 'setting', { value: row.titles, unit: '' });

const source = '示例（里弄自拟，2026-11）';
const waitingEntry = settingEntry({
  ...{ key: waitingSetting, value: 183, unit: 'd', source, name: '标签等本人出现的最长天数' },
  nameEn: 'How long a supplied label waits for somebody whom nobody knows yet',
});
const undoEntry = settingEntry({
  ...{ key: undoSetting, value: undoDays, unit: 'd', source, name: '合并档案后可以撤销的天数' },
  nameEn: 'How long a merge of two records or addresses can be undone',
});
