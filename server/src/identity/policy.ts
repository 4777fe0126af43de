// SPDX-License-Identifier: Apache-2.0
import type { Role } from '@lilong/contracts/identity';
import { isWithin } from '@lilong/contracts/place-no';
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import { anyOf, both, hasRole, policy, type Rule } from '../kernel/policy.ts';
import { holdsNow, isLive } from './validity.ts';

/** Set up, approve, audit: three different people, never one. */
export const administrators = ['system_admin', 'safety_admin', 'auditor'] as const;
type Administrator = (typeof administrators)[number];
export const isAdministrator = (role: Role): role is Administrator =>
  (administrators as readonly Role[]).includes(role);

/** The actor's ranges hold all of `places`, a bigint[]. */
function holdAll(actor: Actor, places: Expression<unknown>): Expression<SqlBool> {
  const inside = anyOf(
    (actor.post?.ranges ?? []).map(
      ({ first, last }) => sql<SqlBool>`one.place between ${first}::bigint and ${last}::bigint`,
    ),
  );
  return sql<SqlBool>`(select bool_and(${inside}) from unnest(${places}) as one (place))`;
}

/** The post of the row lies wholly within what the actor looks after. */
const overPost =
  (...roles: readonly Role[]): Rule =>
  (actor, row) =>
    actor.post !== null &&
    roles.includes(actor.post.role) &&
    holdAll(actor, sql.ref(`${row}.places`));

const isOrdinary: Rule = (_, row) =>
  sql<SqlBool>`${sql.ref(`${row}.role`)} not in (${sql.join(administrators.map((role) => sql.lit(role)))})`;

/** The row is a proposal that the actor made, to be withdrawn when it was a mistake. */
const isOwnProposal: Rule = (actor, row) =>
  sql<SqlBool>`(${sql.ref(`${row}.status`)} = 'proposed'
    and ${sql.ref(`${row}.proposed_by`)} = ${actor.account}::bigint)`;

const isNotBorrowed: Rule = (_, row) => sql<SqlBool>`${sql.ref(`${row}.lent_from`)} is null`;

const isHeld: Rule = (_, row, now) => holdsNow(row, now);

/** Who may do what to a post. */
export const postPolicy = policy('identity.post', {
  read: [overPost(...administrators)],
  give: [hasRole('system_admin')],
  /** For somebody who cannot lend it himself any more. */
  lend: [both(overPost('system_admin'), isOrdinary, isNotBorrowed, isHeld)],
  decide: [overPost('safety_admin')],
  /** Rights may always be taken away by those who approve them. */
  end: [
    both(overPost('system_admin'), isOrdinary),
    both(overPost('system_admin'), isOwnProposal),
    overPost('safety_admin'),
  ],
});

/** The account of the row has a post within what the actor looks after, past posts included. */
const hasPostWithin =
  (...roles: readonly Role[]): Rule =>
  (actor, row) =>
    actor.post !== null &&
    roles.includes(actor.post.role) &&
    sql<SqlBool>`exists (select from identity.post held where held.account = ${sql.ref(`${row}.no`)}
      and ${holdAll(actor, sql.ref('held.places'))})`;

const isNotSelf: Rule = (actor, row) =>
  sql<SqlBool>`${sql.ref(`${row}.no`)} <> ${actor.account}::bigint`;

/** None of the account's live posts lies outside what the actor looks after. */
const holdsNothingOutside: Rule = (actor, row, now) =>
  sql<SqlBool>`not exists (select from identity.post held where held.account = ${sql.ref(`${row}.no`)}
    and ${isLive('held', now)} and not ${holdAll(actor, sql.ref('held.places'))})`;

const holdsOneOf = (roles: readonly Administrator[], row: string, now: Date): Expression<SqlBool> =>
  sql<SqlBool>`exists (select from identity.post held where held.account = ${sql.ref(`${row}.no`)}
    and ${isLive('held', now)} and held.role in (${sql.join(roles.map((role) => sql.lit(role)))}))`;

/**
 * Whoever makes a new password could sign in with it. So an administrator's is made by one of the same kind,
 * and nobody gains a right that they had not.
 */
const gainsNothing: Rule = (actor, row, now) => {
  const role = actor.post?.role;
  if (role === undefined || !isAdministrator(role)) return false;
  const others = administrators.filter((one) => one !== role);
  const other = holdsOneOf(others, row, now);
  if (role === 'system_admin') return sql<SqlBool>`not ${other}`;
  return sql<SqlBool>`(${holdsOneOf([role], row, now)} and not ${other})`;
};

/** Who may do what to a staff account. */
export const accountPolicy = policy('identity.account', {
  list: [hasPostWithin(...administrators)],
  reset: [both(hasPostWithin(...administrators), isNotSelf, holdsNothingOutside, gainsNothing)],
  import: [hasRole('system_admin')],
});

/** True when the actor looks after all of `places`. */
export function looksAfter(actor: Actor, places: readonly number[]): boolean {
  const mine = actor.post?.places ?? [];
  return places.every((place) => mine.some((above) => isWithin(place, above)));
}
