// SPDX-License-Identifier: Apache-2.0
// Who may do what about offers. Row-level security says the same beneath (migration 0090).
import type { Role } from '@lilong/contracts/identity';
import { type SqlBool, sql } from 'kysely';
import { both, hasRole, holdsPost, policy, type Rule } from '../kernel/policy.ts';

const counterRoles: readonly Role[] = ['counter_clerk', 'centre_manager'];
const doorRoles: readonly Role[] = ['committee_worker'];

/** Of the person whom the transaction has stated: oneself, or whoever stands at the window. */
const isStated: Rule = (_, row) =>
  sql<SqlBool>`${sql.ref(`${row}.person`)} = any(registry.persons())`;
const isResident: Rule = (actor) => actor.kind === 'resident';
const waits: Rule = (_, row) => sql<SqlBool>`${sql.ref(`${row}.state`)} = 'waits'`;

export const offerPolicy = policy('offers.offer', {
  own: [both(isResident, isStated)],
  /** For the person at the window, by the grant of their visit. */
  window: [hasRole(...counterRoles)],
  /** 居委会: offers that wait, within its range. */
  doors: [hasRole(...doorRoles)],
  door: [both(holdsPost('place', ...doorRoles), waits)],
  figures: [hasRole('department_officer', 'district', 'city')],
});
