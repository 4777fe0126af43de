// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { tilesUnder } from './tiles.ts';

const address = 'https://tiles.example/{z}/{x}/{y}.png';

test('the whole earth at its coarsest is one tile that fills the picture', () => {
  const [tile, ...more] = tilesUnder(
    { width: 100, height: 100, west: -180, east: 180, north: 85.0511, south: -85.0511 },
    address,
  ).filter(({ address }) => address.includes('/1/0/0'));
  expect(more).toEqual([]);
  expect(tile).toMatchObject({ address: 'https://tiles.example/1/0/0.png', x: 0, width: 50 });
  expect(tile?.y).toBeCloseTo(0, 2);
  expect(tile?.height).toBeCloseTo(50, 1);
});

test('a street lies on few tiles, and they leave none of it bare', () => {
  const street = {
    width: 1040,
    height: 1120,
    west: 121.46,
    east: 121.49,
    north: 31.245,
    south: 31.217,
  };
  const tiles = tilesUnder(street, address);
  expect(tiles.length).toBeGreaterThan(3);
  expect(tiles.length).toBeLessThan(26);
  expect(Math.min(...tiles.map(({ x }) => x))).toBeLessThanOrEqual(0);
  expect(Math.min(...tiles.map(({ y }) => y))).toBeLessThanOrEqual(0);
  expect(Math.max(...tiles.map(({ x, width }) => x + width))).toBeGreaterThanOrEqual(street.width);
  expect(Math.max(...tiles.map(({ y, height }) => y + height))).toBeGreaterThanOrEqual(
    street.height,
  );
});

test('a known point of Shanghai stands on its known tile', () => {
  const here = { width: 1, height: 1, west: 121.47, east: 121.4701, north: 31.2301, south: 31.23 };
  expect(tilesUnder(here, '{z}/{x}/{y}').map(({ address: at }) => at)).toContain(
    '18/219523/107113',
  );
});
