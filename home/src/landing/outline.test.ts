// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { apart, boxAround, boxOf, ringsOf, roomOf, shadeOf } from './outline.ts';

const bottle = 'M40 0L60 0L60 50L100 50L100 100L0 100L0 50L40 50Z';

test('a name stands in the belly of a bottle, not in its neck', () => {
  const { x, y, width } = roomOf(bottle);
  expect(x).toBe(50);
  expect(y).toBeGreaterThan(50);
  expect(width).toBe(100);
});

test('a name stands on the main land, not between the islands', () => {
  const { x } = roomOf(`M200 0L210 0L210 10L200 10Z${bottle}`);
  expect(x).toBe(50);
});

test('boxes hold all rings and several shapes', () => {
  const [ring] = ringsOf(bottle);
  expect(boxOf(ring ?? [])).toEqual({ left: 0, top: 0, right: 100, bottom: 100 });
  expect(
    boxAround([
      { left: 0, top: 5, right: 10, bottom: 20 },
      { left: -3, top: 8, right: 7, bottom: 30 },
    ]),
  ).toEqual({ left: -3, top: 5, right: 10, bottom: 30 });
});

test('only nothing is pale, and the most is deepest', () => {
  expect([0, 1, 25, 26, 75, 100].map((value) => shadeOf(value, 100))).toEqual([0, 1, 1, 2, 3, 4]);
  expect(shadeOf(0, 0)).toBe(0);
});

test('names of neighbours keep apart where they can', () => {
  const left = [
    { x: 10, y: 10, width: 20 },
    { x: 10, y: 30, width: 18 },
  ];
  const right = [
    { x: 15, y: 12, width: 20 },
    { x: 15, y: 32, width: 18 },
  ];
  expect(apart([left, right], 12, 8).map(({ y }) => y)).toEqual([10, 32]);
  expect(apart([left, [{ x: 15, y: 12, width: 20 }]], 12, 8).map(({ y }) => y)).toEqual([10, 12]);
});
