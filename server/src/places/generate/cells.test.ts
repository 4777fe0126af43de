// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOf, spread } from './cells.ts';
import { areaOf, contains, type Region } from './plane.ts';
import { randomOf } from './random.ts';

/** A horseshoe with an island in its bay: concave, in two pieces. */
const horseshoe: Region = [
  [
    [0, 0],
    [9, 0],
    [9, 9],
    [7, 9],
    [7, 2],
    [2, 2],
    [2, 9],
    [0, 9],
  ],
  [
    [4, 5],
    [5, 5],
    [5, 6],
    [4, 6],
  ],
];

test('cells fill a concave area in two pieces exactly, and none is empty', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer(), (count, seed) => {
      const random = randomOf(seed);
      const sites = spread(horseshoe, count, random);
      const cells = cellsOf(horseshoe, sites, { rounds: 3, pull: 1 }, random);
      expect(cells).toHaveLength(count);
      const areas = cells.map((cell) => areaOf(cell.region));
      expect(areas.reduce((sum, area) => sum + area, 0)).toBeCloseTo(areaOf(horseshoe), 6);
      expect(Math.min(...areas)).toBeGreaterThan(0);
      for (const cell of cells) expect(contains(cell.region, cell.centre)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('a site outside the area still gets a piece of it', () => {
  const cells = cellsOf(
    horseshoe,
    [
      [4.5, 20],
      [1, 1],
    ],
    { rounds: 0, pull: 0 },
    randomOf(1),
  );
  expect(cells.map((cell) => cell.spots.length > 0)).toEqual([true, true]);
});

test('evening out makes the smallest cell larger', () => {
  const smallest = (rounds: number) => {
    const sites = spread(horseshoe, 12, randomOf(5)).map(([x, y]) => [x / 3, y / 3] as const);
    return Math.min(
      ...cellsOf(horseshoe, sites, { rounds, pull: 1 }, randomOf(5)).map((cell) =>
        areaOf(cell.region),
      ),
    );
  };
  expect(smallest(4)).toBeGreaterThan(2 * smallest(0));
});
