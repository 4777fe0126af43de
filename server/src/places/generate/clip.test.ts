// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { chordsOf, nearerPart } from './clip.ts';
import { areaOf, multiPolygonOf, type Region, toLonLat } from './plane.ts';

const square: Region = [
  [
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 4],
  ],
];
/** A comb with two teeth pointing up: cut across the teeth and it falls apart. */
const comb: Region = [
  [
    [0, 0],
    [5, 0],
    [5, 3],
    [4, 3],
    [4, 1],
    [1, 1],
    [1, 3],
    [0, 3],
  ],
];
/** The square with a hole in its middle. */
const frame: Region = [
  ...square,
  [
    [1, 1],
    [1, 3],
    [3, 3],
    [3, 1],
  ],
];

test('a square is halved', () => {
  expect(areaOf(nearerPart(square, [1, 2], [3, 2]))).toBeCloseTo(8);
});

test('an area wholly on one side is kept or dropped whole', () => {
  expect(nearerPart(square, [2, 2], [20, 2])).toEqual(square);
  expect(nearerPart(square, [20, 2], [2, 2])).toEqual([]);
});

test('a comb cut across falls into two teeth, not into one with a hairline between', () => {
  const teeth = nearerPart(comb, [2.5, 3], [2.5, 1]);
  expect(teeth).toHaveLength(2);
  expect(areaOf(teeth)).toBeCloseTo(2);
  expect(nearerPart(comb, [2.5, 1], [2.5, 3])).toHaveLength(1);
});

test('a cut through a hole opens it; beside the hole it stays', () => {
  const opened = nearerPart(frame, [1, 2], [3, 2]);
  expect(opened).toHaveLength(1);
  expect(areaOf(opened)).toBeCloseTo(6);
  expect(nearerPart(frame, [2, 2], [5, 2])).toHaveLength(2);
});

test('a cut through corners neither loses nor doubles anything', () => {
  const here = nearerPart(comb, [1, 3], [3, 1]);
  const there = nearerPart(comb, [3, 1], [1, 3]);
  expect(areaOf(here) + areaOf(there)).toBeCloseTo(areaOf(comb));
});

test('a chord has a stretch for every time the line is inside', () => {
  expect(chordsOf(comb, [2.5, 2], 0)).toEqual([
    [
      [0, 2],
      [1, 2],
    ],
    [
      [4, 2],
      [5, 2],
    ],
  ]);
  expect(chordsOf(comb, [2.5, 9], 0)).toEqual([]);
});

test('a hole travels to GeoJSON inside its own outline, rings closed', () => {
  const island: Region = [
    [
      [10, 10],
      [11, 10],
      [11, 11],
      [10, 11],
    ],
  ];
  const shape = multiPolygonOf([...island, ...frame]);
  expect(shape.map((polygon) => polygon.length)).toEqual([1, 2]);
  expect(shape[1]?.[0]).toEqual(
    [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 0],
    ].map(([x = 0, y = 0]) => toLonLat([x, y])),
  );
});
