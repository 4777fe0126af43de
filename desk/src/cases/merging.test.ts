// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { furthest } from './merging.ts';

test('others join the case that has come furthest, and of equals the oldest', () => {
  const line = (state: 'reported' | 'handling', reportedAt: string) => ({ state, reportedAt });
  const late = line('handling', '2026-03-02T09:00:00Z');
  const early = line('handling', '2026-03-01T09:00:00Z');
  const oldest = line('reported', '2026-02-01T09:00:00Z');
  expect(furthest([oldest, late, early])).toBe(early);
  expect(furthest([oldest])).toBe(oldest);
  expect(furthest([])).toBeUndefined();
});
