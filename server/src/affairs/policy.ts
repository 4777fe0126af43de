// SPDX-License-Identifier: Apache-2.0
// Who may do what about applications. Row-level security says the same beneath (migration 0060).
import type { Role } from '@lilong/contracts/identity';
import { type SqlBool, sql } from 'kysely';
import { actsFor, hasRole, holdsPost, policy, type Rule } from '../kernel/policy.ts';

/** 综合窗口 and whoever leads the centre; a department decides its own matters. */
export const counterRoles: readonly Role[] = ['counter_clerk', 'centre_manager'];
export const affairRoles: readonly Role[] = [...counterRoles, 'department_officer'];

/**
 * The actor's account is bound to the person, or to whom that record became part of: the transaction has stated those
 * (`stateMyself`), after it asked whose account it is.
 */
const isOneself: Rule = (actor, row) =>
  actor.kind === 'resident' && sql<SqlBool>`${sql.ref(`${row}.person`)} = any(registry.persons())`;

export const affairPolicy = policy('affairs.application', {
  own: [isOneself],
  list: [hasRole(...affairRoles)],
  receive: [hasRole(...counterRoles)],
  read: [
    actsFor('receive_org', ...counterRoles),
    actsFor('accept_org', ...affairRoles),
    actsFor('decide_org', ...affairRoles),
    actsFor('deliver_org', ...affairRoles),
    holdsPost('place', 'centre_manager'),
  ],
  accept: [actsFor('accept_org', ...affairRoles)],
  decide: [actsFor('decide_org', ...affairRoles)],
  /** Approves an extension; never whoever asked for it. */
  head: [actsFor('decide_org', 'centre_manager', 'department_officer')],
  deliver: [actsFor('deliver_org', ...affairRoles)],
});
export type AffairAction = (typeof affairPolicy.actions)[number];
