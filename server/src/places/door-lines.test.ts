// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { standardOf, stepsOf, written } from './door-lines.ts';

test.each([
  ['南京东路139弄4号', '南京东路 １３９ 弄 ４ 號', '南京东路139弄04号', '南京东路139弄大华公寓4号'],
  ['云南中路12号甲', '云南中路12甲号', '云南中路012号甲'],
  ['山西南路12-3号', '山西南路12之3号', '山西南路12号之3', '山西南路12号之三'],
  ['延安东路8弄3号楼', '延安东路8弄3幢', '延安东路8弄三栋', '延安东路8弄3座'],
  ['凤阳路200弄5号二单元', '凤阳路200弄5号2单元'],
  ['黄河路21弄7支弄3号', '黄河路21弄7弄3号'],
  ['汉口路临时12号', '汉口路临12号'],
  ['张桥村3村民小组12号', '张桥村3组12号', '张桥村3组012号'],
])('%s and its other spellings are one', (...spellings) => {
  const [one, ...others] = spellings.map((line) => standardOf(written(line)));
  expect(others.filter((other) => other !== one)).toEqual([]);
});

test.each([
  [
    '南京东路139弄4号',
    '南京东路139弄14号',
    '南京东路139弄4号甲',
    '南京东路139号4弄',
    '南京西路139弄4号',
  ],
  ['云南中路12号', '云南中路12-3号', '云南中路12至3号', '云南中路临12号'],
  ['延安东路8弄3幢', '延安东路8弄3号', '延安东路8弄13幢', '延安东路8弄甲幢'],
  ['张桥村3组12号', '张桥村3队12号'],
])('%s and its neighbours are not', (...lines) => {
  expect(new Set(lines.map(standardOf)).size).toBe(lines.length);
});

test('awkward addresses with the same parts come to the same, and each stands at the end of its steps', () => {
  const rows = parse(readFileSync(new URL('./awkward/addresses.csv', import.meta.url)), {
    columns: true,
  }) as Record<string, string>[];
  const said = Map.groupBy(rows, ({ text: _, ...address }) => JSON.stringify(address));
  const apart = [...said.values()].filter(
    (same) => new Set(same.map(({ text = '' }) => standardOf(written(text)))).size > 1,
  );
  expect(apart.map((same) => same.map(({ text }) => text))).toEqual([]);
  for (const { text = '' } of rows) {
    const line = written(text);
    expect(stepsOf(line, null).at(-1)?.path.replace(/室$/, '')).toBe(line.replace(/室$/, ''));
  }
});
