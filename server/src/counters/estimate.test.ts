// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { eachOf, medianOf, waitOf } from './estimate.ts';

test('the median of the last ones tells, or what is usual while they are too few', () => {
  expect(medianOf([60, 600, 120])).toBe(120);
  expect(medianOf([60, 120])).toBe(90);
  expect(eachOf([60, 60, 60, 60], 10)).toEqual({ seconds: 600, basis: 'usual' });
  expect(eachOf([60, 90, 120, 600, 60], 10)).toEqual({ seconds: 90, basis: 'recent' });
});

test('work is shared among windows; idle ones take the first at once; without any nobody can say', () => {
  const each = { seconds: 600, basis: 'usual' } as const;
  const load = { ahead: 4, work: 2400, windows: 2, idle: 0, each };
  expect(waitOf(load).minutes).toBe(24); // 20 of work, and a third of one service until a window is free
  expect(waitOf({ ...load, idle: 2, ahead: 1, work: 600 }).minutes).toBe(0);
  expect(waitOf({ ...load, windows: 0 })).toEqual({ minutes: null, basis: 'none' });
});
