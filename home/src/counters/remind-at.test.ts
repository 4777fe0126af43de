// SPDX-License-Identifier: Apache-2.0
import type { Wait } from '@lilong/contracts/counters';
import { expect, test } from 'vitest';
import { isTime, timeOf } from './remind-at.ts';

const standing = (
  ahead: number | null,
  minutes: number | null = 30,
  backAt: string | null = null,
) => {
  const wait: Wait = { minutes, basis: minutes === null ? 'none' : 'recent' };
  return { ahead, wait, backAt };
};

test('it is time when so many are before, or so many minutes are left', () => {
  expect(isTime(standing(4), timeOf('3'))).toBe(false);
  expect(isTime(standing(3), timeOf('3'))).toBe(true);
  expect(isTime(standing(9, 11), timeOf('10m'))).toBe(false);
  expect(isTime(standing(9, 10), timeOf('10m'))).toBe(true);
});

test('whoever is next is told even where nobody can say how long it takes; who chose so, or is put aside, is not', () => {
  expect(isTime(standing(4, null), timeOf('20m'))).toBe(false);
  expect(isTime(standing(0, null), timeOf('20m'))).toBe(true);
  expect(isTime(standing(0), timeOf('none'))).toBe(false);
  expect(isTime(standing(0, 0, '2026-03-02T01:00:00.000Z'), timeOf('3'))).toBe(false);
  expect(isTime(standing(null), timeOf('3'))).toBe(false);
});
