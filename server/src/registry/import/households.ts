// SPDX-License-Identifier: Apache-2.0
// The household that somebody joins: the one that keeps house in the home, or a new one of all whom the file puts there.
import type { HomeRow, HouseholdRow } from '../tables.ts';

type Kind = 'living' | 'book';
type Known = Pick<HouseholdRow, 'street' | 'no' | 'home' | 'kind'>;

export interface Households {
  /** Number of a household; a new one has a negative number until `number` gives it one. */
  at(home: HomeRow, kind: Kind, from: string): number;
  readonly made: readonly HouseholdRow[];
}

export function makeHouseholds(known: readonly Known[]): Households {
  const numbers = new Map(known.map((one) => [keyOf(one.street, one.home, one.kind), one.no]));
  const made = new Map<string, HouseholdRow>();
  return {
    at: ({ street, no: home, place }, kind, from) => {
      const key = keyOf(street, home, kind);
      const there = numbers.get(key);
      if (there !== undefined) return there;
      const begun = made.get(key);
      if (begun !== undefined && from < begun.from_on) begun.from_on = from;
      const fresh = begun ?? {
        ...{ street, no: -(made.size + 1), place, home, kind },
        ...{ from_on: from, to_on: null },
      };
      made.set(key, fresh);
      return fresh.no;
    },
    get made() {
      return [...made.values()];
    },
  };
}

const keyOf = (street: number, home: number | null, kind: string): string =>
  `${street} ${home} ${kind}`;
