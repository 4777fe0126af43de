// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { hiddenMatters } from '../../test/hidden-matters.ts';
import type { Entry } from '../kernel/catalogue.ts';
import { describe, guessCategories, guessCategory, mayTellHidden } from './guess.ts';

type Row = Record<string, string>;
const read = (name: string): Row[] =>
  parse(readFileSync(new URL(`../../../data/${name}`, import.meta.url)), {
    columns: true,
    bom: true,
  }) as Row[];
const keyOf = (row: Row): string => `${row.kind}-${row.major_code}-${row.minor_code}`;
const entry = (key: string, name: string, body: Record<string, unknown>): Entry => ({
  no: 0,
  key,
  name,
  nameEn: null,
  body,
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  source: '',
});

const chips = new Map(read('frequent-categories.csv').map((row) => [keyOf(row), row.name]));
const categories = describe(
  read('case-categories.csv').map((row) => {
    const name = chips.get(keyOf(row));
    const body = { othersMaySee: row.others_may_see === 'yes', ...(name && { chip: { name } }) };
    return entry(keyOf(row), row.minor_name ?? '', body);
  }),
  read('case-conditions.csv').map((row) =>
    entry(`${keyOf(row)}/${row.order}`, '', { registerWhen: row.register_when }),
  ),
);
const hidden = new Set(categories.filter((one) => !one.othersMaySee).map(({ key }) => key));

test.each([
  ['有人把电瓶车推到楼上充电', 'community-22-02'],
  ['消防车道上停满了车子，救火车进不来', 'community-22-03'],
  ['电梯停运了，八十几岁老太太出不了门', 'community-23-01'],
  ['夜里厢小区墨墨黑，路灯不亮', 'community-23-03'],
  ['化粪池冒溢，地上都是污水，臭得不得了', 'community-23-09'],
  ['工地扬尘太大，桌上一层灰', 'event-03-04'],
  ['楼上漏水，我家天花板湿了一大片', 'community-21-07'],
  ['看到一位老人走失了，不记得地址', 'community-25-03'],
  ['维修基金的账没公开，想查一查', 'community-23-10'],
])('%s is taken for %s', (words, key) => {
  expect(guessCategory(words, categories)?.key).toBe(key);
});

test.each(['', '你好', '请帮忙看一下', '这里有点事情'])('“%s” is taken for nothing', (words) => {
  expect(guessCategory(words, categories)).toBeUndefined();
});

const pairs = readFileSync(new URL('../../test/data/similar-pairs.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .filter(([, , same]) => same === '1');
const isHidden = (first: string): boolean => hiddenMatters.has(first);

test('nearly all that tells of a hidden category is suspected, and hardly anything else', () => {
  expect(pairs.filter(([a = '']) => isHidden(a))).toHaveLength(hiddenMatters.size);
  const said = pairs.flatMap(([a = '', b = '']) => [
    { words: a, of: isHidden(a) },
    { words: b, of: isHidden(a) },
  ]);
  const demo = read('demo-sentences.csv').map(({ words = '', category = '' }) => ({
    words,
    of: hidden.has(category),
  }));
  const share = (rows: readonly { words: string }[]) =>
    rows.filter(({ words }) => mayTellHidden(words, categories)).length / rows.length;
  const all = [...said, ...demo];
  const [found, lost] = [share(all.filter(({ of }) => of)), share(all.filter(({ of }) => !of))];
  console.info(`hidden: found ${found.toFixed(3)}, others taken for hidden ${lost.toFixed(3)}`);
  expect(found).toBeGreaterThanOrEqual(0.9);
  expect(lost).toBeLessThanOrEqual(0.05);
});

test('of what residents say, more than half is told by one of three categories, and small talk by none', () => {
  const said = read('demo-sentences.csv').map(({ words = '', category = '' }) => ({
    guesses: guessCategories(words, categories).map(({ key }) => key),
    category,
  }));
  const told = said.filter(({ guesses, category }) => guesses.includes(category));
  expect(told.length / said.length).toBeGreaterThan(0.55);
  expect(Math.max(...said.map(({ guesses }) => guesses.length))).toBe(3);
  for (const words of ['', '你好', '请帮忙看一下'])
    expect(guessCategories(words, categories)).toEqual([]);
});
