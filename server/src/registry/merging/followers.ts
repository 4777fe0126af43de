// SPDX-License-Identifier: Apache-2.0
// What is about a person, and what of it a merge may change. A test compares this with the database's own list of columns.
import { createHash } from 'node:crypto';
import { type Expression, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';

interface Follower {
  readonly key: readonly string[];
  /** Columns that a merge may change; nothing sealed, and no digest of the person: those are computed again. */
  readonly columns: readonly string[];
  /** Which rows, where they are not those of a column `person`. */
  readonly of?: (persons: Expression<unknown>) => Expression<unknown>;
}

/** Tables whose rows a merge changes. Those with a column `person` follow to the survivor. */
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
  },
  label: { key: ['no'], columns: ['person', 'valid_to'] },
  person_key: { key: ['kind', 'digest'], columns: ['person'] },
  access_grant: { key: ['no'], columns: ['person'] },
  member: { key: ['street', 'no'], columns: ['person'] },
  group_leader: { key: ['street', 'no'], columns: ['person'] },
  binding: { key: ['no'], columns: ['person'] },
  objection: { key: ['no'], columns: ['person'] },
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
} as const satisfies Record<string, Follower>;
type Table = keyof typeof followers;
const tables = Object.keys(followers) as Table[]; // its own keys

/** Tables whose rows all follow as they are; of numbers those that the survivor has already stay. */
export const following = tables.filter(
  (tab) => tab !== 'person_key' && (followers[tab].columns as readonly string[]).includes('person'),
);

/** Columns that name a person and do not follow, and why. */
export const staying: Readonly<Record<string, string>> = {
  'access.person': 'only added to, never changed: the person reads it through the merge',
  'fact.person': 'what a value of the other record was: that row stays as it was, and this with it',
  'binding_code.person': 'waits for ten minutes: codes of both are void',
  'merge.survivor': 'the merge itself: a chain is followed from one to the next',
  'merge.gone': 'the merge itself',
  'apart.one': 'two records that somebody looked at, of whomever they are now',
  'apart.other': 'the same',
};

export interface Held {
  readonly tab: Table;
  readonly key: Readonly<Record<string, unknown>>;
  readonly row: Readonly<Record<string, unknown>>;
}

const pairs = (columns: readonly string[]): Expression<unknown> =>
  sql.join(columns.map((name) => sql`${sql.lit(name)}, ${sql.ref(`t.${name}`)}`));

/** All that a merge may change of some people. */
export async function hold(ctx: Ctx, persons: readonly number[]): Promise<Held[]> {
  const those = sql`${[...persons]}::bigint[]`;
  const held: Held[] = [];
  for (const tab of tables) {
    const { key, columns, of }: Follower = followers[tab];
    const { rows } = await sql<Omit<Held, 'tab'>>`
      select jsonb_build_object(${pairs(key)}) as key, jsonb_build_object(${pairs(columns)}) as row
      from ${sql.table(`registry.${tab}`)} t where ${of?.(those) ?? sql`t.person = any(${those})`}
      order by 1, 2`.execute(ctx.db);
    held.push(...rows.map((row) => ({ tab, ...row })));
  }
  return held;
}

export interface Change {
  readonly tab: Table;
  readonly key: Held['key'];
  readonly was: Held['row'];
  readonly became: Held['row'];
}

const nameOf = ({ tab, key }: Held): string => `${tab} ${JSON.stringify(key)}`;
const differs = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) !== JSON.stringify(other);

/** Value by value what is another now. */
export function changesOf(before: readonly Held[], after: readonly Held[]): Change[] {
  const now = new Map(after.map((one) => [nameOf(one), one.row]));
  return before.flatMap((one) => {
    const row = now.get(nameOf(one)) ?? one.row;
    const names = Object.keys(one.row).filter((name) => differs(one.row[name], row[name]));
    if (names.length === 0) return [];
    if (one.tab === 'presence' && !names.includes('to_on')) names.push('to_on'); // undoing asks whether they left since
    const of = (from: Held['row']) => Object.fromEntries(names.map((name) => [name, from[name]]));
    return [{ tab: one.tab, key: one.key, was: of(one.row), became: of(row) }];
  });
}

/** Tells whether anything that is computed from has changed since. The key that digests are made with is no part of it. */
export function stateOf(held: readonly Held[]): Buffer {
  const said = held
    .filter(({ tab }) => tab === 'person' || tab === 'presence' || tab === 'label')
    .map((one) => `${nameOf(one)} ${JSON.stringify({ ...one.row, phone_end: undefined })}`)
    .sort();
  return createHash('sha256').update(said.join('\n')).digest();
}

export async function insertChanges(
  ctx: Ctx,
  merge: number,
  changes: readonly Change[],
): Promise<void> {
  const rows = changes.map((change, nth) => ({ merge, nth, ...change }));
  await sql`insert into registry.merge_row select * from
    jsonb_populate_recordset(null::registry.merge_row, ${JSON.stringify(rows)}::text::jsonb)`.execute(
    ctx.db,
  );
}

/** Puts back what a merge changed, unless it was changed again since. What followed goes back first. */
export async function putBack(ctx: Ctx, merge: number): Promise<void> {
  for (const tab of tables)
    for (const first of [sql`is not null`, sql`is null`]) {
      const { key, columns }: Follower = followers[tab];
      const table = sql.table(`registry.${tab}`);
      const set = columns.map((name) => {
        const [is, was] = [sql.ref(`t.${name}`), sql.ref(`n.${name}`)];
        return sql`${sql.ref(name)} = case when coalesce(to_jsonb(${is}), 'null') = m.became->${sql.lit(name)} then ${was} else ${is} end`;
      });
      const same = key.map((name) => sql`${sql.ref(`t.${name}`)} = ${sql.ref(`k.${name}`)}`);
      await sql`update ${table} t set ${sql.join(set)}
        from registry.merge_row m, jsonb_populate_record(null::${table}, m.key) k, jsonb_populate_record(null::${table}, m.was) n
        where m.merge = ${merge} and m.tab = ${tab} and m.was->'person' ${first} and ${sql.join(same, sql` and `)}`.execute(
        ctx.db,
      );
    }
}
