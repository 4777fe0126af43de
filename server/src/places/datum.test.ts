// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { toWgs84 } from './datum.ts';

test.each([
  ['wgs84', 0],
  ['gcj02', 500],
  ['bd09', 1300],
] as const)('%s is shifted by about %i metres in Shanghai', (datum, metres) => {
  const { lon, lat } = toWgs84({ lon: 121.4737, lat: 31.2304, datum });
  const shift = Math.hypot((lon - 121.4737) * 95_200, (lat - 31.2304) * 110_950);
  expect(Math.abs(shift - metres)).toBeLessThanOrEqual(metres * 0.25);
});

test('a point without a datum is taken as it is', () => {
  expect(toWgs84({ lon: 121.4737, lat: 31.2304 })).toEqual({ lon: 121.4737, lat: 31.2304 });
});
