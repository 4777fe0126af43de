// SPDX-License-Identifier: Apache-2.0
// What names a door, and what of it a merge may change. A test compares this with the database's own list of columns.
import { type Expression, sql } from 'kysely';
import type { Followers } from '../merging/rows.ts';

const homes = (doors: Expression<unknown>) =>
  sql`(select h.street, h.no from registry.home h where h.address = any(${doors}))`;
const inThem = (doors: Expression<unknown>) => sql`(t.street, t.home) in ${homes(doors)}`;

/** Tables whose rows a merge changes: the homes behind the doors, and what is said of those. */
export const doorFollowers = {
  home: {
    key: ['street', 'no'],
    columns: 'address place door closed_on floor lift tenure state area_m2 rooms'.split(' '),
    of: (doors) => sql`t.address = any(${doors})`,
  },
  household: { key: ['street', 'no'], columns: ['home', 'place'], of: inThem },
  presence: {
    ...{ key: ['street', 'no'], columns: ['home', 'place', 'to_on', 'standing'], of: inThem },
  },
  group_door: {
    key: ['street', 'no'],
    columns: ['address', 'to_on'],
    of: (doors) => sql`t.address = any(${doors})`,
  },
  objection: { key: ['no'], columns: ['home', 'place'], of: inThem },
  fact: { key: ['no'], columns: ['place'], of: inThem },
} as const satisfies Followers;

/** Columns that name a door or a home and do not follow, and why. */
export const doorsStaying: Readonly<Record<string, string>> = {
  'fact.home': 'what a value of that home was: its row stays as it was, and this with it',
  'door_merge.survivor_door': 'the merge itself: a chain is followed from one to the next',
  'door_merge.gone_door': 'the merge itself',
  'door_apart.one_door': 'two doors that somebody looked at, whatever they are now',
  'door_apart.other_door': 'the same',
  'door_hint.one_door': 'what a committee said of the two: merging them answers it',
  'door_hint.other_door': 'the same',
};
