// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  isWithin,
  levelOf,
  parentOf,
  placeChain,
  placeNoOfCode,
  placeRange,
  streetOf,
} from './place-no.ts';

const city = 310000000000000;
const huangpu = 310101000000000;
const nanjingEastRoad = 310101002000000;
const yunnanMiddleRoad = 310101002001000;

const rows = readFileSync(new URL('../../data/shanghai-places.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));

test('the tree reads off the number', () => {
  expect(placeNoOfCode('310101002001')).toBe(yunnanMiddleRoad);
  expect(placeChain(yunnanMiddleRoad + 7)).toEqual([
    yunnanMiddleRoad + 7,
    yunnanMiddleRoad,
    nanjingEastRoad,
    huangpu,
    city,
  ]);
  expect(streetOf(yunnanMiddleRoad)).toBe(310101002);
});

test.each([
  [city, 310000000000000, 319999999999999],
  [330100000000000, 330100000000000, 330199999999999],
  [huangpu, 310101000000000, 310101999999999],
  [nanjingEastRoad, 310101002000000, 310101002999999],
  [yunnanMiddleRoad, 310101002001000, 310101002001999],
  [yunnanMiddleRoad + 7, 310101002001007, 310101002001007],
])('%i spans %i to %i', (no, first, last) => {
  expect(placeRange(no)).toEqual({ first, last });
});

test('zeros count by group, not by digit', () => {
  expect(levelOf(310115100000000)).toBe('street'); // code 310115100: the street group itself ends in zeros
  expect(levelOf(310101002010000)).toBe('committee');
  expect(levelOf(310101010000000)).toBe('street');
  expect(parentOf(310101010000000)).toBe(huangpu);
});

test('a district lies under its city: under the municipality, or under the prefecture', () => {
  expect(parentOf(huangpu)).toBe(city);
  expect(parentOf(330102000000000)).toBe(330100000000000);
  expect(parentOf(330100000000000)).toBe(330000000000000);
  expect(parentOf(city)).toBeUndefined();
});

test('a neighbour is not within', () => {
  expect(isWithin(yunnanMiddleRoad, nanjingEastRoad)).toBe(true);
  expect(isWithin(nanjingEastRoad, nanjingEastRoad)).toBe(true);
  expect(isWithin(nanjingEastRoad, yunnanMiddleRoad)).toBe(false);
  expect(isWithin(310101003001000, nanjingEastRoad)).toBe(false);
});

test('every row of the real tree has the level and the parent that its number says', () => {
  const wrong = rows.filter(([code = '', , level, parent = '']) => {
    const no = placeNoOfCode(code);
    return (
      levelOf(no) !== level || parentOf(no) !== (parent === '' ? undefined : placeNoOfCode(parent))
    );
  });
  expect(rows).toHaveLength(6760);
  expect(wrong).toEqual([]);
});

test.each(['31010100200', '3101010020011', '031010100200', 'abc', ''])('%j is no code', (code) => {
  expect(() => placeNoOfCode(code)).toThrow(RangeError);
});

test.each([0, 31, 310101, 3101010020010001, 310101002001000.5, Number.NaN])(
  '%d is no place number',
  (no) => {
    expect(() => placeRange(no)).toThrow(RangeError);
  },
);
