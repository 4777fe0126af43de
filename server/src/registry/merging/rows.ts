// SPDX-License-Identifier: Apache-2.0
// What a merge changes is written down value by value, and put back exactly. Of people and of doors the same.
import { type Expression, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';

export interface Follower {
  readonly key: readonly string[];
  /** Columns that a merge may change. */
  readonly columns: readonly string[];
  /** Columns that are written down beside any other, though the merge left them. */
  readonly always?: readonly string[];
  /** Which rows are about these people or doors, as `t`. */
  readonly of: (those: Expression<unknown>) => Expression<unknown>;
}
/** By the name of the table. */
export type Followers = Readonly<Record<string, Follower>>;

export interface Held {
  readonly tab: string;
  readonly key: Readonly<Record<string, unknown>>;
  readonly row: Readonly<Record<string, unknown>>;
}

const pairs = (columns: readonly string[]): Expression<unknown> =>
  sql.join(columns.map((name) => sql`${sql.lit(name)}, ${sql.ref(`t.${name}`)}`));

/** All that a merge may change of some people or doors. */
export async function hold(
  ctx: Ctx,
  followers: Followers,
  those: readonly number[],
): Promise<Held[]> {
  const numbers = sql`${[...those]}::bigint[]`;
  const held: Held[] = [];
  for (const [tab, { key, columns, of }] of Object.entries(followers)) {
    const { rows } = await sql<Omit<Held, 'tab'>>`
      select jsonb_build_object(${pairs(key)}) as key, jsonb_build_object(${pairs(columns)}) as row
      from ${sql.table(`registry.${tab}`)} t where ${of(numbers)} order by 1, 2`.execute(ctx.db);
    held.push(...rows.map((row) => ({ tab, ...row })));
  }
  return held;
}

export interface Change {
  readonly tab: string;
  readonly key: Held['key'];
  readonly was: Held['row'];
  readonly became: Held['row'];
}

export const nameOf = ({ tab, key }: Held): string => `${tab} ${JSON.stringify(key)}`;
const differs = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) !== JSON.stringify(other);

/** Value by value what is another now. */
export function changesOf(
  followers: Followers,
  before: readonly Held[],
  after: readonly Held[],
): Change[] {
  const now = new Map(after.map((one) => [nameOf(one), one.row]));
  return before.flatMap((one) => {
    const row = now.get(nameOf(one)) ?? one.row;
    const others = Object.keys(one.row).filter((name) => differs(one.row[name], row[name]));
    if (others.length === 0) return [];
    const names = new Set([...others, ...(followers[one.tab]?.always ?? [])]);
    const of = (from: Held['row']) =>
      Object.fromEntries([...names].map((name) => [name, from[name]]));
    return [{ tab: one.tab, key: one.key, was: of(one.row), became: of(row) }];
  });
}

/**
 * Puts back what was changed, unless it was changed again since. What followed, by its column `lead`, goes back first.
 *
 * @param written the rows of the merge: tab, key, was, became
 */
export async function putBack(
  ctx: Ctx,
  followers: Followers,
  lead: string,
  written: Expression<unknown>,
): Promise<void> {
  for (const [tab, { key, columns }] of Object.entries(followers))
    for (const first of [sql`is not null`, sql`is null`]) {
      const table = sql.table(`registry.${tab}`);
      const set = columns.map((name) => {
        const [is, was] = [sql.ref(`t.${name}`), sql.ref(`n.${name}`)];
        return sql`${sql.ref(name)} = case when coalesce(to_jsonb(${is}), 'null') = m.became->${sql.lit(name)} then ${was} else ${is} end`;
      });
      const same = key.map((name) => sql`${sql.ref(`t.${name}`)} = ${sql.ref(`k.${name}`)}`);
      await sql`update ${table} t set ${sql.join(set)}
        from (${written}) m, jsonb_populate_record(null::${table}, m.key) k, jsonb_populate_record(null::${table}, m.was) n
        where m.tab = ${tab} and m.was->${sql.lit(lead)} ${first} and ${sql.join(same, sql` and `)}`.execute(
        ctx.db,
      );
    }
}
