// SPDX-License-Identifier: Apache-2.0
import { isWithin, levelOf, parentOf } from '@lilong/contracts/place-no';
import { expect, test } from 'vitest';
import { readSources } from '../sources.ts';
import { geographyOf, type Outline } from './geography.ts';
import { areaOf, contains, regionOf, toPlane } from './plane.ts';
import { roadOfPlace } from './road-names.ts';

const sources = readSources();
const city = geographyOf(sources);
const outlineOf = new Map(city.outlines.map((outline) => [outline.place, outline]));
const areaOfPlace = (outline: Outline | undefined) => areaOf(regionOf(outline?.shape ?? []));

test('every district, street and committee has an outline; only districts have a real one', () => {
  const named = sources.places.filter(({ level }) => level !== 'city').map(({ no }) => no);
  expect(new Set(outlineOf.keys())).toEqual(new Set(named));
  expect(
    city.outlines.filter(({ generated }) => !generated).map(({ place }) => levelOf(place)),
  ).toEqual(Array(16).fill('district'));
});

test('outlines have closed rings of at least four corners, rounded to five digits', () => {
  const rings = city.outlines.flatMap(({ shape }) => shape.flat());
  const broken = rings.filter(
    (ring) => ring.length < 4 || JSON.stringify(ring[0]) !== JSON.stringify(ring.at(-1)),
  );
  const unrounded = rings
    .flat(2)
    .filter((degrees) => Math.abs(degrees * 1e5 - Math.round(degrees * 1e5)) > 1e-4);
  expect(broken).toEqual([]);
  expect(unrounded).toEqual([]);
  expect(city.outlines.filter(({ shape }) => shape.length === 0)).toEqual([]);
});

test('children tile their parent: rounding to a metre is all that is lost', () => {
  const covered = new Map<number, number>();
  for (const outline of city.outlines) {
    const parent = parentOf(outline.place);
    if (parent !== undefined)
      covered.set(parent, (covered.get(parent) ?? 0) + areaOfPlace(outline));
  }
  const off = [...covered]
    .filter(([parent]) => outlineOf.has(parent))
    .map(([parent, area]) => Math.abs(area / areaOfPlace(outlineOf.get(parent)) - 1));
  expect(off).toHaveLength(16 + 234);
  expect(Math.max(...off)).toBeLessThan(0.001);
});

test('a name is written inside its outline', () => {
  const astray = city.outlines.filter(
    ({ shape, centre }) => !contains(regionOf(shape), toPlane(centre)),
  );
  expect(astray).toEqual([]);
});

test('a dozen doors in every committee, inside it, none twice', () => {
  const perCommittee = Map.groupBy(city.doors, ({ place }) => place);
  expect(perCommittee.size).toBe(6509);
  const written = city.doors.map(
    ({ place, road, lane, number }) => `${place} ${road}${lane}${number}`,
  );
  expect(new Set(written).size).toBe(written.length);
  const regions = new Map(
    [...perCommittee.keys()].map((no) => [no, regionOf(outlineOf.get(no)?.shape ?? [])]),
  );
  const outside = city.doors.filter(
    ({ place, point }) => !contains(regions.get(place) ?? [], toPlane(point)),
  );
  expect(outside.length / city.doors.length).toBeLessThan(0.004); // rounding pushes a few over the border
  for (const doors of perCommittee.values()) expect(doors).toHaveLength(12);
});

test('villages have groups, lanes have roads of their own district', () => {
  const villages = new Set(
    sources.places.filter(({ name }) => name.endsWith('村村委会')).map(({ no }) => no),
  );
  const wrong = city.doors.filter(({ place, road }) => villages.has(place) !== (road === null));
  expect(wrong).toEqual([]);
  const named = new Set(city.roads.map(({ district, name }) => `${district} ${name}`));
  expect(named.size).toBe(city.roads.length);
  const strayed = city.doors.filter(
    ({ place, road }) => road !== null && !named.has(`${Math.floor(place / 1e9) * 1e9} ${road}`),
  );
  expect(strayed).toEqual([]);
});

test('grids divide the committees of a street among themselves', () => {
  const members = city.grids.flatMap(({ committees }) => committees);
  expect(members).toHaveLength(6509);
  expect(new Set(members).size).toBe(6509);
  const strangers = city.grids.filter(({ street, committees }) =>
    committees.some((no) => !isWithin(no, street)),
  );
  expect(strangers).toEqual([]);
  expect(new Set(city.grids.map(({ code }) => code)).size).toBe(city.grids.length);
});

test.each([
  ['南京东路街道', '南京东路'],
  ['云南中路居委会', '云南中路'],
  ['尚茂路社区居委会', '尚茂路'],
  ['保德路九二一弄居委会', '保德路'],
  ['古美路第二居委会', '古美路'],
  ['铁路新村居委会', undefined],
  ['马路村村委会', undefined],
  ['外滩街道', undefined],
])('%s is called after the road %s', (place, road) => {
  expect(roadOfPlace(place)).toBe(road);
});

test('the same sources draw the same city', () => {
  expect(geographyOf(sources)).toEqual(city);
});
