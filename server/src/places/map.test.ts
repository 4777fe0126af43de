// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { geographyOf } from './generate/geography.ts';
import { areaFrame, cityFrame, type Drawable, mapOf } from './map.ts';
import { readSources } from './sources.ts';

const sources = readSources();
const districts: Drawable[] = sources.outlines.map(({ no, name, shape, centre }) => ({
  no,
  name,
  pinyin: '',
  generated: false,
  shape,
  centre: centre ?? [121.5, 31.6],
}));

test('the city fits the frame, north up, with whole numbers only', () => {
  const map = mapOf(districts, cityFrame);
  const all = map.shapes.flatMap(({ path }) => path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
  expect(all.every(Number.isInteger)).toBe(true);
  expect(Math.min(...all)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...all)).toBeLessThanOrEqual(560);
  expect(map.shapes).toHaveLength(16);
  const at = (name: string) => map.shapes.find((shape) => shape.name === name);
  expect(at('崇明区')?.y).toBeLessThan(at('黄浦区')?.y ?? 0);
  expect(at('青浦区')?.x).toBeLessThan(at('浦东新区')?.x ?? 0);
  expect(map.generated).toBe(false);
});

test('the picture is small enough for a landing page', () => {
  const bytes = JSON.stringify(mapOf(districts, cityFrame)).length;
  expect(bytes).toBeLessThan(28_000);
});

test('corners of the picture let a point be drawn on it', () => {
  const map = mapOf(districts, cityFrame);
  const huangpu = districts.find(({ name }) => name === '黄浦区');
  const [lon = 0, lat = 0] = huangpu?.centre ?? [];
  const drawn = map.shapes.find(({ name }) => name === '黄浦区');
  expect(Math.round(((lon - map.west) / (map.east - map.west)) * map.width)).toBe(drawn?.x);
  expect(Math.round(((map.north - lat) / (map.north - map.south)) * map.height)).toBe(drawn?.y);
});

test('every committee of every street can be drawn', () => {
  const { outlines } = geographyOf(sources);
  const perStreet = Map.groupBy(
    outlines.filter(({ place }) => place % 1e6 !== 0),
    ({ place }) => Math.floor(place / 1e6),
  );
  const undrawn = [...perStreet.values()].flatMap((committees) =>
    mapOf(
      committees.map(({ place, ...outline }) => ({ no: place, name: '', pinyin: '', ...outline })),
      areaFrame,
    ).shapes.filter(({ path }) => path.split('L').length < 3),
  );
  expect(undrawn).toEqual([]);
});

test('nothing to draw is an empty picture, not a fault', () => {
  expect(mapOf([], areaFrame)).toMatchObject({ shapes: [], generated: false, width: 1040 });
});

test('straight corners go, real ones stay; a hole stays a hole', () => {
  const map = mapOf(
    [
      {
        no: 1,
        name: 'a',
        pinyin: 'a',
        generated: true,
        centre: [0.5, 0.5],
        shape: [
          [
            [
              [0, 0],
              [0.5, 0],
              [1, 0],
              [1, 1],
              [0, 1],
              [0, 0],
            ],
            [
              [0.4, 0.4],
              [0.4, 0.6],
              [0.6, 0.6],
              [0.6, 0.4],
              [0.4, 0.4],
            ],
          ],
        ],
      },
    ],
    { width: 100, height: 100, margin: 0 },
  );
  expect(map.shapes[0]?.path).toBe('M0 100L100 100L100 0L0 0ZM40 60L40 40L60 40L60 60Z');
});
