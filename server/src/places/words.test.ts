// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { beginning, soughtOf } from './words.ts';

test.each([
  ['南京东路 139 弄 4 号', '南京东路139弄4号', false, true],
  ['南京东路１３９弄', '南京东路139弄', false, true],
  ['南京东路139弄4號', '南京东路139弄4号', false, true],
  ['山西南路 12-3号', '山西南路12-3号', false, true],
  ['南京东路-139弄', '南京东路139弄', false, true],
  [' YNZL ', 'ynzl', true, false],
  ['Yunnan zhonglu', 'yunnanzhonglu', true, false],
  ['云南中路，居委会', '云南中路居委会', false, false],
  ['', '', false, false],
])('%j is sought as %j', (words, text, isPinyin, isDoor) => {
  expect(soughtOf(words)).toEqual({ text, isPinyin, isDoor });
});

test('signs with a meaning to the database stand for themselves', () => {
  expect(beginning('100%_\\')).toBe('100\\%\\_\\\\%');
});
