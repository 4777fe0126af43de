// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { readFilters } from './filters.ts';

test('the address bar is read back as it was written', () => {
  const filters = {
    bucket: 'late',
    q: '垃圾',
    place: 310101002001000,
    channel: 'phone',
    organisation: 12,
    case: 'C310101002-421377',
  } as const;
  expect(readFilters({ ...filters })).toEqual(filters);
});

test('nonsense in the address bar is dropped, not sent', () => {
  expect(
    readFilters({ bucket: 'best', place: 'abc', channel: 'fax', organisation: -3, q: '', more: 1 }),
  ).toEqual({});
});

test('a number in the search box is words', () => {
  expect(readFilters({ q: 12345 })).toEqual({ q: '12345' });
});
