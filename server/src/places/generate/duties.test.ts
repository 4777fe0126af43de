// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { readSources } from '../sources.ts';
import { dutiesOf } from './duties.ts';
import { departments } from './offices.ts';
import { organisationsOf } from './organisations.ts';
import { contested, orphans, remitOf, streetWork } from './remits.ts';

const { places, categories } = readSources();
const organisations = organisationsOf(places);
const duties = dutiesOf(places, categories, organisations);
const byNo = new Map(organisations.all.map((one) => [one.no, one]));
const districts = places.filter(({ level }) => level === 'district').map(({ no }) => no);
const huangpu = 310101000000000;

test('every category has a lead in every district', () => {
  const led = new Set(
    duties.filter(({ lead }) => lead !== null).map(({ category, place }) => `${category} ${place}`),
  );
  const missing = districts.flatMap((district) =>
    categories.filter(({ key }) => !led.has(`${key} ${district}`)),
  );
  expect(categories).toHaveLength(230);
  expect(missing).toEqual([]);
});

test('a district names its own departments, a street its own crews', () => {
  const strangers = duties.filter(
    ({ place, lead, assisting }) =>
      lead !== null && [lead, ...assisting].some((no) => byNo.get(no)?.place !== place),
  );
  expect(strangers).toEqual([]);
});

test('every word of the remits means a department, and every category named there exists', () => {
  const keys: readonly string[] = departments.map(({ key }) => key);
  const named = categories.flatMap(({ key }) => [remitOf(key).lead, ...remitOf(key).assisting]);
  expect(named.filter((key) => !keys.includes(key))).toEqual([]);
  const known = new Set(categories.map(({ key }) => key));
  const special = [
    ...orphans,
    ...contested.map(({ category }) => category),
    ...Object.values(streetWork).flat(),
  ];
  expect(special.filter((key) => !known.has(key))).toEqual([]);
});

test.each([
  ['event-01-10', 'greening', []],
  ['event-05-02', 'gas', ['safety']],
  ['component-01-03', 'water', ['works']],
  ['community-21-01', 'housing', ['police']],
  ['event-04-01', 'enforcement', []],
])('%s is led by %s', (category, lead, assisting) => {
  expect(remitOf(category)).toEqual({ lead, assisting });
});

test('gaps and overlaps are there to be adjudicated, and are the exception', () => {
  const gaps = duties.filter(({ lead }) => lead === null);
  const pairs = Map.groupBy(duties, ({ category, place }) => `${category} ${place}`);
  const overlaps = [...pairs.values()].filter((rows) => rows.length > 1);
  expect(gaps).toHaveLength(39 * 2);
  expect(overlaps).toHaveLength(6 * 3);
  expect(overlaps.every((rows) => new Set(rows.map(({ lead }) => lead)).size === rows.length)).toBe(
    true,
  );
});

test('no organisation helps itself', () => {
  expect(duties.filter(({ lead, assisting }) => lead !== null && assisting.includes(lead))).toEqual(
    [],
  );
});

test('every street has an office, a grid centre and crews; every committee a telephone and hours', () => {
  const perKind = Map.groupBy(organisations.all, ({ kind }) => kind);
  expect(perKind.get('street_office')).toHaveLength(234);
  expect(perKind.get('grid_centre')).toHaveLength(234);
  expect(perKind.get('crew')).toHaveLength(234 * 6);
  expect(perKind.get('committee')).toHaveLength(6509);
  expect(
    perKind.get('committee')?.filter(({ phone, hours }) => phone === null || hours === null),
  ).toEqual([]);
  expect(byNo.get(organisations.department(huangpu, 'housing'))?.name).toBe(
    '黄浦区住房保障和房屋管理局（示例）',
  );
});

test('invented telephones cannot be anybody’s, and none is given twice', () => {
  const invented = organisations.all
    .filter(({ generated }) => generated)
    .map(({ phone }) => phone ?? '');
  expect(invented.filter((phone) => !/^021-5555\d{4}$/.test(phone))).toEqual([]);
  expect(new Set(invented).size).toBe(invented.length);
});

test('a name is given once at a place', () => {
  const names = organisations.all.map(({ name, place }) => `${name} ${place}`);
  expect(new Set(names).size).toBe(names.length);
});
