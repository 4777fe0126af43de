// SPDX-License-Identifier: Apache-2.0
import type { LoadFigures } from '@lilong/contracts/affair-load';
import { expect, test } from 'vitest';
import { readLoad, sorted } from './sort.ts';

const row = (running: number | null): LoadFigures => ({
  ...{ incoming: 0, running, paused: 0, late: 0, handed: 0, decided: 0 },
  ...{ medianDays: null, weeksOfWork: null },
});

test('by a figure that the reader chose, the most first, what is not told last', () => {
  const rows = [row(3), row(null), row(9)];
  expect(sorted(rows, undefined)).toEqual(rows);
  expect(sorted(rows, 'running').map(({ running }) => running)).toEqual([9, 3, null]);
});

test('a column that there is not is none', () => {
  expect(readLoad({ sort: 'late' })).toEqual({ sort: 'late' });
  expect(readLoad({ sort: 'office' })).toEqual({});
});
