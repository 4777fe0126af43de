// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { dangerWords } from '@lilong/contracts/danger-words';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { categoryDrawings } from '../../ui/src/categoryDrawings.ts';
import { type Condition, conditionsFor, type GeneralCondition } from '../src/cases/conditions.ts';

type Row = Readonly<Record<string, string>>;

const SAMPLE = '示例（里弄自拟，2026-11）';
const categories = rowsOf('case-categories.csv');
const conditions = rowsOf('case-conditions.csv');
const frequent = rowsOf('frequent-categories.csv');
const limitsOf = new Map(
  categories.map((row) => [keyOf(row), (row.solve_limits ?? '').split('/')]),
);

test('categories are 230, each once, with limits that can be read', () => {
  expect(categories).toHaveLength(230);
  expect(limitsOf.size).toBe(230);
  expect(
    [...limitsOf.values()].flat().filter((limit) => !/^\d+(UH|WH|WD|UD)$/.test(limit)),
  ).toEqual([]);
});

test('categories and conditions are said in English too', () => {
  const english = /^[A-Z“][^\p{Script=Han}]+$/u;
  for (const row of categories) {
    expect(row.minor_name_en, row.minor_name).toMatch(english);
    expect(row.major_name_en, row.major_name).toMatch(english);
  }
  expect(new Set(categories.map((row) => `${row.kind} ${row.major_name_en}`)).size).toBe(
    new Set(categories.map((row) => `${row.kind} ${row.major_name}`)).size,
  );
  for (const row of [...conditions, ...rowsOf('general-conditions.csv')]) {
    expect(row.register_when_en, row.register_when).toMatch(english);
    expect(row.close_when_en, row.close_when).toMatch(english);
  }
});

test('conditions stand for every limit of their category, in its order, and no category is unknown', () => {
  const written = Map.groupBy(conditions, keyOf);
  for (const [key, rows] of written) {
    expect(
      rows.map((row) => row.limit),
      key,
    ).toEqual(limitsOf.get(key));
    expect(
      rows.map((row) => row.order),
      key,
    ).toEqual(rows.map((_, at) => `${at + 1}`));
  }
  const community = categories.filter((row) => row.kind === 'community').map(keyOf);
  expect(community).toHaveLength(40);
  expect(community.filter((key) => !written.has(key))).toEqual([]);
  expect(written.size - community.length).toBeGreaterThanOrEqual(60);
});

test('conditions are short, differ within a category, and say that they are ours', () => {
  for (const row of conditions) {
    expect(row.source).toBe(SAMPLE);
    expect(row.register_when?.length, row.register_when).toBeGreaterThan(4);
    expect(row.register_when?.length, row.register_when).toBeLessThanOrEqual(60);
    expect(row.close_when?.length, row.close_when).toBeGreaterThan(4);
    expect(row.close_when?.length, row.close_when).toBeLessThanOrEqual(60);
  }
  const said = conditions.map((row) => `${keyOf(row)} ${row.register_when}`);
  expect(said.filter((one, at) => said.indexOf(one) !== at)).toEqual([]);
});

test('every category has a condition for each limit, written or general', () => {
  const general = rowsOf('general-conditions.csv').map(generalOf);
  const written = Map.groupBy(conditions, keyOf);
  for (const row of categories) {
    const limits = limitsOf.get(keyOf(row)) ?? [];
    const category = {
      kind: row.kind ?? '',
      name: row.minor_name ?? '',
      nameEn: row.minor_name_en ?? '',
      limits,
    };
    const found = conditionsFor(
      category,
      (written.get(keyOf(row)) ?? []).map(conditionOf),
      general,
    );
    expect(
      found.map((one) => one.limit),
      keyOf(row),
    ).toEqual(limits);
    expect(
      found.every((one) => one.source.startsWith('示例') && !one.registerWhen.includes('{')),
    ).toBe(true);
  }
  const [first] = conditionsFor(
    { kind: 'event', name: '光污染', nameEn: 'Glaring light', limits: ['1WD'] },
    [],
    general,
  );
  expect(first?.registerWhen).toBe('现场或照片可以认定存在“光污染”的情形，地点明确');
  expect(first?.closeWhenEn).toContain('“Glaring light” is over');
});

test('the twelve chips are categories, each once, with a drawing and a short name', () => {
  expect(frequent).toHaveLength(12);
  expect(new Set(frequent.map(keyOf)).size).toBe(12);
  expect(frequent.map(keyOf).filter((key) => !limitsOf.has(key))).toEqual([]);
  expect(frequent.filter((row) => !drawn(row.icon ?? ''))).toEqual([]);
  expect(frequent.filter((row) => (row.name?.length ?? 0) > 7)).toEqual([]);
});

test('the danger words on the phone are those of the table', () => {
  const rows = rowsOf('danger-words.csv').map((row) => ({
    kind: row.kind,
    call: row.call,
    ...(row.also_call === '' ? {} : { alsoCall: row.also_call }),
    words: row.words?.split('|'),
    unless: row.unless?.split('|'),
    notAfter: row.not_after?.split('|'),
    say: { zh: row.say_zh, en: row.say_en },
    source: row.source,
  }));
  expect(dangerWords).toEqual(rows);
});

test.each(['decline-reasons.csv', 'return-grounds.csv'])(
  '%s: codes stand once, with words in both languages and a source',
  (file) => {
    const rows = rowsOf(file);
    expect(rows.length).toBeGreaterThanOrEqual(10);
    expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length);
    for (const row of rows) {
      expect(row.code).toMatch(/^[a-z_]{3,40}$/);
      expect(row.name).toMatch(/\p{Script=Han}/u);
      expect(row.name_en).toMatch(/^[A-Z]/);
      expect(row.source).toContain('示例');
    }
  },
);

function drawn(icon: string): boolean {
  const icons = readFileSync(new URL('../../ui/src/Icons.tsx', import.meta.url), 'utf8');
  return icon in categoryDrawings || new RegExp(`^ {2}${icon}:`, 'm').test(icons);
}

function rowsOf(file: string): Row[] {
  const text = readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8');
  return parse(text, { columns: true, skip_empty_lines: true });
}

function keyOf(row: Row): string {
  return `${row.kind}-${row.major_code}-${row.minor_code}`;
}

function conditionOf(row: Row): Condition {
  return {
    order: Number(row.order),
    limit: row.limit ?? '',
    ...whenOf(row),
    source: row.source ?? '',
  };
}

const whenOf = (row: Row) => ({
  registerWhen: row.register_when ?? '',
  registerWhenEn: row.register_when_en ?? '',
  closeWhen: row.close_when ?? '',
  closeWhenEn: row.close_when_en ?? '',
});

function generalOf(row: Row): GeneralCondition {
  return {
    kind: row.kind ?? '',
    ...whenOf(row),
    gradedSuffix: row.graded_suffix ?? '',
    gradedSuffixEn: row.graded_suffix_en ?? '',
    source: row.source ?? '',
  };
}
