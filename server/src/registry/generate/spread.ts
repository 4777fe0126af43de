// SPDX-License-Identifier: Apache-2.0
// How many people each committee has. Source of the districts' shares: docs/sources.md.
import { randomOf, seedOf, wobble } from './chance.ts';

const DISTRICT = 1e9;
/** No committee is larger than this many times the mean of its district, so that its numbers suffice. */
const MOST = 1.9;

/**
 * So many people over the committees of a city, all of them: by district as published, within it unevenly, but the
 * same for the same seed. A district of which nothing is known counts as the mean of the others.
 */
export function spreadPeople(
  people: number,
  committees: readonly number[],
  residents: ReadonlyMap<number, number>,
  seed: number,
): Map<number, number> {
  const byDistrict = Map.groupBy(committees, (no) => Math.floor(no / DISTRICT) * DISTRICT);
  const known = [...byDistrict.keys()].flatMap((no) => residents.get(no) ?? []);
  const mean = known.reduce((sum, count) => sum + count, 0) / Math.max(1, known.length) || 1;
  const districts = apportion(
    people,
    [...byDistrict.keys()].map((no) => ({ key: no, weight: residents.get(no) ?? mean })),
  );
  return new Map(
    [...byDistrict].flatMap(([district, nos]) => [
      ...apportion(districts.get(district) ?? 0, unevenly(nos, seed)),
    ]),
  );
}

export interface Share {
  readonly key: number;
  readonly weight: number;
}

/** Some committees are larger than others. */
export const unevenly = (committees: readonly number[], seed: number): Share[] =>
  committees.map((key) => {
    const random = randomOf(seed ^ seedOf(key));
    return { key, weight: Math.min(MOST, Math.exp(0.4 * wobble(random))) };
  });

/** Shares out a whole number by weight; what is left over goes to the largest remainders. */
export function apportion(count: number, shares: readonly Share[]): Map<number, number> {
  const sum = shares.reduce((total, { weight }) => total + weight, 0);
  const parts = shares.map(({ key, weight }) => {
    const exact = (count * weight) / sum;
    return { key, whole: Math.floor(exact), rest: exact - Math.floor(exact) };
  });
  let left = count - parts.reduce((total, { whole }) => total + whole, 0);
  const given = new Map<number, number>();
  for (const { key, whole } of parts.toSorted((a, b) => b.rest - a.rest || a.key - b.key)) {
    given.set(key, whole + (left > 0 ? 1 : 0));
    left -= 1;
  }
  return new Map(shares.map(({ key }) => [key, given.get(key) ?? 0]));
}
