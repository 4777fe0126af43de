// SPDX-License-Identifier: Apache-2.0
// The first catalogue rows of a deployment, from data/. All of them 示例 until a city replaces them.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { defaultCalendarRows } from '../kernel/calendar.ts';
import { insertEntries, type NewEntry, settingEntry } from '../kernel/catalogue.ts';
import type { Db } from '../kernel/db.ts';
import { type Condition, conditionsFor } from './conditions.ts';

type Row = Record<string, string>;
const from = '2026-01-01';
const ours = '示例（里弄自拟，2026-11）';

const read = (name: string): Row[] =>
  parse(readFileSync(new URL(`../../../data/${name}`, import.meta.url)), {
    columns: true,
    bom: true,
  }) as Row[];
const keyOf = (row: Row): string => `${row.kind}-${row.major_code}-${row.minor_code}`;

/** Categories, conditions, limits, reasons, grounds, office hours and calendar years. */
export async function seedCaseRules(db: Db, now: Date): Promise<number> {
  const categories = read('case-categories.csv');
  return insertEntries(
    db,
    [
      ...categoryEntries(categories),
      ...conditionEntries(categories),
      ...wordEntries(),
      ...limitEntries(),
      ...calendarEntries(now),
    ],
    now,
  );
}

function categoryEntries(categories: readonly Row[]): NewEntry[] {
  const chips = new Map(read('frequent-categories.csv').map((row) => [keyOf(row), row]));
  return categories.map((row) => {
    const chip = chips.get(keyOf(row));
    const body = {
      kind: row.kind,
      majorCode: row.major_code,
      minorCode: row.minor_code,
      majorName: row.major_name,
      majorNameEn: row.major_name_en,
      range: row.range,
      limits: (row.solve_limits ?? '').split('/'),
      arriveLimit: row.arrive_limit === '' ? null : row.arrive_limit,
      othersMaySee: row.others_may_see === 'yes',
      ...(chip === undefined
        ? {}
        : { chip: { order: Number(chip.order), name: chip.name, icon: chip.icon } }),
    };
    return {
      kind: 'category',
      key: keyOf(row),
      name: row.minor_name ?? '',
      nameEn: row.minor_name_en ?? '',
      body,
      effectiveFrom: from,
      source: row.origin === '示例' ? ours : `示例：${row.origin}`,
    };
  });
}

function conditionEntries(categories: readonly Row[]): NewEntry[] {
  const written = Map.groupBy(read('case-conditions.csv'), keyOf);
  const general = read('general-conditions.csv').map((row) => ({
    kind: row.kind ?? '',
    ...whenOf(row),
    gradedSuffix: row.graded_suffix ?? '',
    gradedSuffixEn: row.graded_suffix_en ?? '',
    source: row.source ?? ours,
  }));
  return categories.flatMap((row) => {
    const own = (written.get(keyOf(row)) ?? []).map(writtenCondition);
    const category = {
      kind: row.kind ?? '',
      name: row.minor_name ?? '',
      nameEn: row.minor_name_en ?? '',
      limits: (row.solve_limits ?? '').split('/'),
    };
    return conditionsFor(category, own, general).map(
      ({ source, ...body }): NewEntry => ({
        kind: 'condition',
        key: `${keyOf(row)}/${body.order}`,
        name: `${category.name} ${body.order}`,
        body: { category: keyOf(row), ...body },
        effectiveFrom: from,
        source,
      }),
    );
  });
}
function writtenCondition(row: Row): Condition {
  return {
    order: Number(row.order),
    limit: row.limit ?? '',
    ...whenOf(row),
    source: row.source ?? ours,
  };
}
const whenOf = (row: Row) => ({
  registerWhen: row.register_when ?? '',
  registerWhenEn: row.register_when_en ?? '',
  closeWhen: row.close_when ?? '',
  closeWhenEn: row.close_when_en ?? '',
});

function wordEntries(): NewEntry[] {
  const entry =
    (kind: NewEntry['kind']) =>
    (row: Row): NewEntry => ({
      kind,
      key: row.code ?? '',
      name: row.name ?? '',
      nameEn: row.name_en ?? '',
      body: {},
      effectiveFrom: from,
      source: row.source ?? ours,
    });
  return [
    ...read('decline-reasons.csv').map(entry('decline_reason')),
    ...read('return-grounds.csv').map(entry('return_ground')),
  ];
}

function limit(
  [key, name, nameEn]: [key: string, name: string, nameEn: string],
  amount: string,
  source = ours,
): NewEntry {
  return { kind: 'limit', key, name, nameEn, body: { limit: amount }, effectiveFrom: from, source };
}

function limitEntries(): NewEntry[] {
  const setting = (
    key: string,
    name: string,
    nameEn: string,
    value: number,
    unit: string,
  ): NewEntry => settingEntry({ key, name, nameEn, value, unit, source: ours });
  return [
    limit(['first_answer', '首次答复', 'First answer'], '1WD', `${ours}；上海热线的时限未核实`),
    // 24 and 2 hours after one published open system (domain facts 2.2.1); the others are our own.
    limit(['verify', '核实', 'Verifying'], '24UH'),
    limit(['dispatch', '派遣', 'Dispatching'], '2WH'),
    limit(['rule', '街道领导裁定', 'The street leader’s ruling'], '1WD'),
    limit(['check', '核查', 'Checking'], '2WH'),
    limit(['close', '结案', 'Closing'], '1WD'),
    setting('similar_metres', '相似报事的距离', 'How near a similar report is', 50, 'm'),
    setting('similar_hours', '相似报事的时间', 'How recent a similar report is', 72, 'h'),
    setting('extensions_max', '延期次数', 'Extensions of a case', 1, '次'),
  ];
}

/** Published years as known, the two after them assumed until the State Council publishes them. */
function calendarEntries(now: Date): NewEntry[] {
  const year = now.getUTCFullYear();
  return defaultCalendarRows(Math.min(2026, year), Math.max(2028, year + 2)).map((row) =>
    row.kind === 'year'
      ? {
          kind: 'calendar_year',
          key: String(row.year),
          name: `${row.year} 年`,
          body: { ...row },
          effectiveFrom: `${row.year}-01-01`,
          source: row.source,
        }
      : {
          kind: 'office_hours',
          key: `city/${row.from}`,
          name: '全市工作时间',
          nameEn: 'Working hours of the city',
          body: { ...row },
          effectiveFrom: row.from,
          source: row.source,
        },
  );
}
