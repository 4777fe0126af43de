// SPDX-License-Identifier: Apache-2.0
// Who may do what about applications. Row-level security says the same beneath (migration 0060).
import type { Role } from '@lilong/contracts/identity';
import { type SqlBool, sql } from 'kysely';
import { actsFor, both, hasRole, holdsPost, policy, type Rule } from '../kernel/policy.ts';

/** 综合窗口 and whoever leads the centre; a department decides its own matters. */
export const counterRoles: readonly Role[] = ['counter_clerk', 'centre_manager'];
export const affairRoles: readonly Role[] = [...counterRoles, 'department_officer'];

/**
 * The actor's account is bound to the person, or to whom that record became part of: the transaction has stated those
 * (`stateMyself`), after it asked whose account it is. Or a helper's, within the mandate that the transaction has stated.
 */
const isOneself: Rule = (actor, row) =>
  actor.kind === 'resident' &&
  sql<SqlBool>`(${sql.ref(`${row}.person`)} = any(registry.persons()) and (registry.by_mandate() is null
    or affairs.mandated(${sql.ref(`${row}.item`)}, ${sql.ref(`${row}.street`)}, ${sql.ref(`${row}.no`)}, ${sql.ref(`${row}.joint`)})))`;

/** A draft is nobody's but the person's. */
const isHandedIn: Rule = (_, row) => sql<SqlBool>`${sql.ref(`${row}.state`)} <> 'draft'`;
const handedIn = (rule: Rule): Rule => both(rule, isHandedIn);

export const affairPolicy = policy('affairs.application', {
  own: [isOneself],
  list: [hasRole(...affairRoles)],
  receive: [hasRole(...counterRoles)],
  read: [
    handedIn(actsFor('receive_org', ...counterRoles)),
    handedIn(actsFor('accept_org', ...affairRoles)),
    handedIn(actsFor('decide_org', ...affairRoles)),
    handedIn(actsFor('deliver_org', ...affairRoles)),
    handedIn(holdsPost('place', 'centre_manager')),
  ],
  accept: [handedIn(actsFor('accept_org', ...affairRoles))],
  decide: [handedIn(actsFor('decide_org', ...affairRoles))],
  /** Approves an extension; never whoever asked for it. */
  head: [actsFor('decide_org', 'centre_manager', 'department_officer')],
  deliver: [actsFor('deliver_org', ...affairRoles)],
});
export type AffairAction = (typeof affairPolicy.actions)[number];

/** 办件量: numbers alone, of one's range; a department's of its own items. */
export const loadPolicy = policy('affairs.load', {
  read: [hasRole('department_officer', 'district', 'city')],
});

/** Whoever collects papers at doors. */
export const doorRoles: readonly Role[] = ['committee_worker'];
const keepers = [...affairRoles, ...doorRoles];

/** Papers: whoever has them, and whom they go to. A committee gives them back at the door, where their person says yes. */
export const paperPolicy = policy('affairs.paper', {
  list: [hasRole(...affairRoles)],
  hold: [actsFor('holder', ...keepers)],
  receive: [actsFor('going_to', ...keepers)],
  give_back: [actsFor('holder', ...affairRoles)],
  return: [actsFor('holder', ...doorRoles)],
});
