// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { readAffairFilters } from './filters.ts';

test('what makes no sense in the address bar is dropped', () => {
  expect(
    readAffairFilters({ tab: 'late', kind: 'instant', channel: 'pigeon', q: 350, affair: '' }),
  ).toEqual({ tab: 'late', kind: 'instant', q: '350' });
});
