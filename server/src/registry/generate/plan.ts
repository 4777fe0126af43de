// SPDX-License-Identifier: Apache-2.0
// Which numbers the people and homes of each committee get, known before any of them is made: so a committee can be
// made alone, and somebody registered next door has a home there.
import { streetOf } from '@lilong/contracts/place-no';

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
  /** The next committee of the street, where some of its people are registered. */
  readonly neighbour: Neighbour | undefined;
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

/** The committees in their order, each with its numbers. Those without people are left out. */
export function planOf(
  committees: readonly ListedCommittee[],
  sizes: ReadonlyMap<number, number>,
  first: { readonly person: number; readonly home: number },
): CommitteePlan[] {
  let { person, home } = first;
  const peopled = committees
    .map(({ no, name, ordinal }) => ({ place: no, name, ordinal, size: sizes.get(no) ?? 0 }))
    .filter(({ size }) => size > 0)
    .map((committee) => {
      const homes = homesFor(committee.size);
      const planned = { ...committee, homes, firstPerson: person, firstHome: home };
      person += committee.size;
      home += homes;
      return planned;
    });
  const streets = Map.groupBy(peopled, ({ place }) => streetOf(place));
  return peopled.map((committee) => {
    const street = streets.get(streetOf(committee.place)) ?? [];
    const next = street[(street.indexOf(committee) + 1) % street.length];
    return { ...committee, neighbour: next === committee ? undefined : next };
  });
}
