// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { isAskable, isKept, readRegistrySearch } from './search.ts';

test.each([
  ['王', true],
  ['wx', true],
  ['4号', true],
  ['w', false],
  ['5 ', false],
  ['', false],
])('“%s” is asked: %s', (q, asked) => expect(isAskable(q)).toBe(asked));

test.each([
  ['王小', true],
  ['5678', true],
  ['南京东路 123弄 4号 501', true],
  ['13912345678', false],
  ['139 1234 5678', false],
  ['１３９１２３４５６７８', false],
  ['310100194803051028', false],
  ['31010019480', false],
  [' ', false],
])('“%s” stands in the address bar: %s', (q, kept) => expect(isKept(q)).toBe(kept));

test('an address is read as far as it makes sense', () => {
  expect(readRegistrySearch({ q: 5678, at: '2024-03-01' })).toEqual({
    q: '5678',
    at: '2024-03-01',
  });
  expect(readRegistrySearch({ q: '', at: 'yesterday' })).toEqual({});
  expect(readRegistrySearch({ q: 13912345678 })).toEqual({});
});
