// SPDX-License-Identifier: Apache-2.0
// Which numbers the people and homes of each committee get, known before any of them is made: so a committee can be
// made alone, and somebody registered next door has a home there.
import { streetOf } from '@lilong/contracts/place-no';
import type { Random } from './chance.ts';
import { mostInstitutions } from './institutions.ts';

/** A home by its number. */
export interface Address {
  readonly place: number;
  readonly home: number;
}
export interface Neighbour {
  readonly place: number;
  readonly firstHome: number;
  readonly homes: number;
}

/** One committee to be peopled. Its people depend on the seed, its place, its ordinal and its size; the rest is numbers. */
export interface CommitteePlan extends Neighbour {
  readonly name: string;
  /** Identity numbers and phones begin with it. */
  readonly ordinal: number;
  readonly size: number;
  readonly firstPerson: number;
  readonly firstInstitution: number;
  /** The other committees of the street: some of its people are registered there. */
  readonly neighbours: readonly Neighbour[];
}

export interface ListedCommittee {
  readonly no: number;
  readonly name: string;
  /** Where it stands among all committees of the city, from nought. */
  readonly ordinal: number;
}

/** People to a household, by the census of 2020. */
export const HOUSEHOLD = 2.32;
/** Homes in which nobody lives, for each in which somebody does. */
const VACANT = 0.07;

export const homesFor = (size: number): number =>
  size === 0 ? 0 : Math.ceil((size / HOUSEHOLD) * (1 + VACANT)) + 2;

/** The numbers that the first of each kind gets. */
export interface First {
  readonly person: number;
  readonly home: number;
  readonly institution: number;
}

/** The committees in their order, each with its numbers. Those without people are left out. */
export function planOf(
  committees: readonly ListedCommittee[],
  sizes: ReadonlyMap<number, number>,
  first: First,
): CommitteePlan[] {
  let { person, home, institution } = first;
  const peopled = committees
    .map(({ no, name, ordinal }) => ({ place: no, name, ordinal, size: sizes.get(no) ?? 0 }))
    .filter(({ size }) => size > 0)
    .map((committee) => {
      const homes = homesFor(committee.size);
      const firsts = { firstPerson: person, firstHome: home, firstInstitution: institution };
      const planned = { ...committee, homes, ...firsts };
      person += committee.size;
      home += homes;
      institution += mostInstitutions;
      return planned;
    });
  const streets = Map.groupBy(peopled, ({ place }) => streetOf(place));
  return peopled.map((committee) => ({
    ...committee,
    neighbours: (streets.get(streetOf(committee.place)) ?? []).filter((one) => one !== committee),
  }));
}

/** Some home of the street outside the committee, each as likely as any other. */
export function homeNearby({ neighbours }: CommitteePlan, random: Random): Address | undefined {
  let at = Math.floor(random() * neighbours.reduce((sum, { homes }) => sum + homes, 0));
  for (const { place, firstHome, homes } of neighbours) {
    if (at < homes) return { place, home: firstHome + at };
    at -= homes;
  }
  return undefined;
}
