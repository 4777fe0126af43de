// SPDX-License-Identifier: Apache-2.0
// What is about a person, and what of it a merge may change. A test compares this with the database's own list of columns.
import { createHash } from 'node:crypto';
import { type Expression, sql } from 'kysely';
import { type Follower, type Held, nameOf } from './rows.ts';

const ofThem = (persons: Expression<unknown>) => sql`t.person = any(${persons})`;

/**
 * Tables whose rows a merge changes. Those with a column `person` follow to the survivor. Nothing sealed, and no digest of
 * the person: those are computed again.
 */
export const followers = {
  person: {
    key: ['no'],
    columns: ['sex', 'born_on', 'nation', 'registered_in', 'protected'],
    of: (persons) => sql`t.no = any(${persons})`,
  },
  household: {
    key: ['street', 'no'],
    columns: ['to_on'],
    of: (persons) => sql`(t.street, t.no) in (select p.street, p.household from registry.presence p
      where p.person = any(${persons}))`,
  },
  presence: {
    key: ['street', 'no'],
    columns: 'person to_on standing labels name pinyin sex born_on protected phone_end'.split(' '),
    always: ['to_on'], // undoing asks whether they left since
    of: ofThem,
  },
  label: { key: ['no'], columns: ['person', 'valid_to'], of: ofThem },
  person_key: { key: ['kind', 'digest'], columns: ['person'], of: ofThem },
  access_grant: { key: ['no'], columns: ['person'], of: ofThem },
  member: { key: ['street', 'no'], columns: ['person'], of: ofThem },
  group_leader: { key: ['street', 'no'], columns: ['person'], of: ofThem },
  binding: { key: ['no'], columns: ['person'], of: ofThem },
  objection: { key: ['no'], columns: ['person'], of: ofThem },
  hold: { key: ['no'], columns: ['person'], of: ofThem },
  guardian: {
    key: ['no'],
    columns: ['person', 'guardian'],
    of: (persons) => sql`(t.person = any(${persons}) or t.guardian = any(${persons}))`,
  },
  consent: {
    key: ['no'],
    columns: ['person', 'to_person'],
    of: (persons) => sql`(t.person = any(${persons}) or t.to_person = any(${persons}))`,
  },
  mandate: {
    key: ['no'],
    columns: ['person', 'helper'],
    of: (persons) => sql`(t.person = any(${persons}) or t.helper = any(${persons}))`,
  },
} as const satisfies Record<string, Follower>;
type Table = keyof typeof followers;
const tables = Object.keys(followers) as Table[]; // its own keys

/** Tables whose rows all follow as they are; of numbers those that the survivor has already stay. */
export const following = tables.filter(
  (tab) => tab !== 'person_key' && (followers[tab].columns as readonly string[]).includes('person'),
);

/** Columns that name a person and do not follow, and why. */
export const staying: Readonly<Record<string, string>> = {
  'delay.person': 'never changed: what it covers is asked through the merge',
  'access.person': 'only added to, never changed: the person reads it through the merge',
  'fact.person': 'what a value of the other record was: that row stays as it was, and this with it',
  'binding_code.person': 'waits for ten minutes: codes of both are void',
  'visit.guardian': 'the same, of who stands there',
  'visit.person': 'over by the end of the day: who stands at a window shows who they are again',
  'shown_code.person': 'waits for two minutes: codes of both are void',
  'merge.survivor': 'the merge itself: a chain is followed from one to the next',
  'merge.gone': 'the merge itself',
  'apart.one': 'two records that somebody looked at, of whomever they are now',
  'apart.other': 'the same',
};

/** Without what follows from a key; no labels are a list of none, as they were kept until migration 0070. */
const plain = (row: Held['row']): object => ({
  ...row,
  phone_end: undefined,
  ...('labels' in row && { labels: row.labels ?? [] }),
});

/** Tells whether anything that is computed from has changed since. The key that digests are made with is no part of it. */
export function stateOf(held: readonly Held[]): Buffer {
  const said = held
    .filter(({ tab }) => tab === 'person' || tab === 'presence' || tab === 'label')
    .map((one) => `${nameOf(one)} ${JSON.stringify(plain(one.row))}`)
    .sort();
  return createHash('sha256').update(said.join('\n')).digest();
}
