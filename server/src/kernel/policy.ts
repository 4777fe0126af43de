// SPDX-License-Identifier: Apache-2.0
import type { Role } from '@lilong/contracts/identity';
import type { PlaceRange } from '@lilong/contracts/place-no';
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Actor } from './actor.ts';
import type { DB } from './tables.ts';

/**
 * A reason to say yes at the moment `now`, as SQL about one row of the policy's table; `false` when the actor
 * alone decides it.
 */
export type Rule = (actor: Actor, row: string, now: Date) => Expression<SqlBool> | boolean;

export interface Policy<A extends string> {
  readonly table: keyof DB & string;
  readonly actions: readonly A[];
  allows(action: A, actor: Actor, row: string, now: Date): Expression<SqlBool>;
  /** False when no row at all can be allowed, so that no query is needed. */
  mayEver(action: A, actor: Actor): boolean;
}

/** Who may do what to a row of `table`. One rule is enough for a yes; an action without rules is always a no. */
export function policy<const A extends string>(
  table: keyof DB & string,
  rules: Record<A, readonly Rule[]>,
): Policy<A> {
  const terms = (action: A, actor: Actor, row: string, now: Date) =>
    rules[action].map((rule) => rule(actor, row, now)).filter((term) => term !== false);
  return {
    table,
    actions: Object.keys(rules) as A[],
    allows: (action, actor, row, now) => anyOf(terms(action, actor, row, now)),
    mayEver: (action, actor) => terms(action, actor, 'r', anyMoment).length > 0,
  };
}

/** Whether a rule can say yes at all depends on no moment. */
const anyMoment = new Date(0);

/** One of the terms is enough. */
export function anyOf(terms: readonly (Expression<SqlBool> | boolean)[]): Expression<SqlBool> {
  if (terms.length === 0) return sql<SqlBool>`false`;
  if (terms.includes(true)) return sql<SqlBool>`true`;
  return sql<SqlBool>`(${sql.join(terms as Expression<SqlBool>[], sql` or `)})`;
}

/** All of the rules are needed. */
export const both =
  (...rules: readonly Rule[]): Rule =>
  (actor, row, now) => {
    const terms = rules.map((rule) => rule(actor, row, now));
    if (terms.includes(false)) return false;
    const open = terms.filter((term) => term !== true) as Expression<SqlBool>[];
    return open.length === 0 ? true : sql<SqlBool>`(${sql.join(open, sql` and `)})`;
  };

/** The actor acts as a post of one of the roles, at the row's place or above it. */
export const holdsPost =
  (column: string, ...roles: readonly Role[]): Rule =>
  (actor, row) => {
    if (actor.post === null || !roles.includes(actor.post.role)) return false;
    return anyOf(actor.post.ranges.map((range) => isWithin(`${row}.${column}`, range)));
  };

const street = 1e6; // numbers
/**
 * The place in `column` lies in the range. Wide ranges stand in the text itself, so that a prepared statement is
 * planned for how much of the city it is about; there are few of them.
 */
export function isWithin(column: string, { first, last }: PlaceRange): Expression<SqlBool> {
  const bound = (no: number) => (last - first < street ? sql`${no}::bigint` : sql.lit(no));
  return sql<SqlBool>`${sql.ref(column)} between ${bound(first)} and ${bound(last)}`;
}

/** The actor acts for the organisation that the row names. */
export const actsFor =
  (column: string, ...roles: readonly Role[]): Rule =>
  (actor, row) => {
    if (actor.post === null || !roles.includes(actor.post.role)) return false;
    return sql<SqlBool>`${sql.ref(`${row}.${column}`)} = ${actor.post.organisation}::bigint`;
  };

/** The row is about the actor's own account. */
export const isSelf =
  (column: string): Rule =>
  (actor, row) =>
    actor.account !== null &&
    sql<SqlBool>`${sql.ref(`${row}.${column}`)} = ${actor.account}::bigint`;

/** The actor acts as a post of one of the roles, wherever it is. */
export const hasRole =
  (...roles: readonly Role[]): Rule =>
  (actor) =>
    actor.post !== null && roles.includes(actor.post.role);
