// SPDX-License-Identifier: Apache-2.0
// Who may do what about ratings. Row-level security says the same beneath (migration 0088).
import type { Role } from '@lilong/contracts/identity';
import { type SqlBool, sql } from 'kysely';
import { actsFor, both, hasRole, holdsPost, isSelf, policy, type Rule } from '../kernel/policy.ts';

/** Whoever leads a centre, and whoever answers for a department. No clerk is among them. */
export const unitRoles: readonly Role[] = ['centre_manager', 'department_officer'];
/** Above them: counts alone. */
export const countingRoles: readonly Role[] = ['district', 'city'];
const praised: readonly Role[] = ['counter_clerk', ...unitRoles];

const isResident: Rule = (actor) => actor.kind === 'resident';
/** The transaction has stated who the account is (`stateMyself`). */
const isOneself: Rule = (actor, row) =>
  actor.kind === 'resident' && sql<SqlBool>`${sql.ref(`${row}.person`)} = any(registry.persons())`;

/** A bad one with words; the others only count. */
const isHeard: Rule = (_, row) => sql<SqlBool>`${sql.ref(`${row}.state`)} <> 'counted'`;
/** Nobody reads, or handles, what was said of their own work. */
const isNoWorker: Rule = (actor, row) =>
  sql<SqlBool>`not ${sql.ref(`${row}.workers`)} @> array[${actor.account}::bigint]`;
const heard = (rule: Rule): Rule => both(rule, isHeard, isNoWorker);
/** The manager of a street's centres handles what concerns a centre. */
const isOfHall: Rule = (_, row) =>
  sql<SqlBool>`${sql.ref(`${row}.unit_org`)} = ${sql.ref(`${row}.centre_org`)}`;

const units: readonly Rule[] = [
  heard(actsFor('unit_org', ...unitRoles)),
  heard(both(holdsPost('place', 'centre_manager'), isOfHall)),
];
export const ratingPolicy = policy('ratings.rating', {
  rate: [isResident],
  own: [isOneself, both(isResident, isSelf('account'))],
  list: [hasRole(...unitRoles)],
  read: units,
  handle: units,
  praise: [hasRole(...praised)],
  count: [
    actsFor('unit_org', ...unitRoles),
    both(holdsPost('place', 'centre_manager'), isOfHall),
    holdsPost('place', ...countingRoles),
  ],
});
