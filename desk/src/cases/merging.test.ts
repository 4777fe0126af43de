// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { furthest, nearestFirst } from './merging.ts';

test('others join the case that has come furthest, and of equals the oldest', () => {
  const line = (state: 'reported' | 'handling', reportedAt: string) => ({ state, reportedAt });
  const late = line('handling', '2026-03-02T09:00:00Z');
  const early = line('handling', '2026-03-01T09:00:00Z');
  const oldest = line('reported', '2026-02-01T09:00:00Z');
  expect(furthest([oldest, late, early])).toBe(early);
  expect(furthest([oldest])).toBe(oldest);
  expect(furthest([])).toBeUndefined();
});

test('the nearest stand first, and those of the same category before them; two without one are no kin', () => {
  const at = (ref: string, category: string | null, lon: number) => ({
    ...{ ref, category },
    point: { lon, lat: 31.2352 },
  });
  const beside = at('beside', 'lamp', 121.4791);
  const bare = at('bare', null, 121.482);
  const kin = at('kin', 'rubbish', 121.4825);
  const refs = (category: string | null) =>
    nearestFirst(at('it', category, 121.479), [bare, kin, beside]).map(({ ref }) => ref);
  expect(refs(null)).toEqual(['beside', 'bare', 'kin']);
  expect(refs('rubbish')).toEqual(['kin', 'beside', 'bare']);
});
