// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bySoonest, metresBetween, type Reachable, reachedAt, usualWay, wayOf } from './near.ts';

const now = new Date('2026-03-02T01:00:00Z');
const closes = new Date('2026-03-02T08:30:00Z');
const reach = (metres: number, wait: number | null, shuts: Date | null = closes) => {
  const one: Reachable = { metres, way: wayOf(metres, usualWay), wait, closes: shuts };
  return { metres, ...reachedAt(one, now) };
};

test('distances and ways: on foot when it is near, riding when it is far', () => {
  const square = { lon: 121.4737, lat: 31.2304 };
  expect(metresBetween(square, { lon: 121.4997, lat: 31.2397 })).toBeGreaterThan(2600);
  expect(metresBetween(square, { lon: 121.4997, lat: 31.2397 })).toBeLessThan(2800);
  expect(wayOf(500, usualWay)).toEqual({ minutes: 10, by: 'walk' });
  expect(wayOf(5000, usualWay)).toEqual({ minutes: 38, by: 'ride' });
});

test('the soonest is first, not the nearest; what shuts before or is shut comes after', () => {
  const soon = new Date(now.getTime() + 10 * 60_000);
  const near = reach(300, 60);
  const far = reach(1200, 5);
  const shutting = reach(300, 20, soon);
  const unserved = reach(200, null);
  const shut = reach(100, 10, null);
  expect([shut, unserved, shutting, near, far].sort(bySoonest)).toEqual([
    ...[far, near, shutting, shut, unserved],
  ]);
  expect(far.minutes).toBe(5 + 19);
  expect(shutting.late).toBe(true);
});
