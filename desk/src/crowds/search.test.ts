// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { readCrowdSearch } from './search.ts';

test('a new crowd begins with conditions that are known; one that is kept has its own', () => {
  expect(readCrowdSearch({ crowd: 0, from: 'stairs' })).toEqual({ crowd: 0, from: 'stairs' });
  expect(readCrowdSearch({ crowd: 0, from: 'nothing' })).toEqual({ crowd: 0 });
  expect(readCrowdSearch({ crowd: 7, from: 'stairs' })).toEqual({ crowd: 7 });
  for (const crowd of [-1, 1.5, '7', undefined]) expect(readCrowdSearch({ crowd })).toEqual({});
});
