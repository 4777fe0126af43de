// SPDX-License-Identifier: Apache-2.0
// Who may do what about certificates. Row-level security says the same beneath (migration 0065).
import type { Role } from '@lilong/contracts/identity';
import { type SqlBool, sql } from 'kysely';
import { actsFor, hasRole, policy, type Rule } from '../kernel/policy.ts';

const issuers: readonly Role[] = ['counter_clerk', 'centre_manager', 'department_officer'];

/** The actor's account is bound to the holder, or to whom that record became part of: the transaction states those. */
const isHolder: Rule = (actor, row) =>
  actor.kind === 'resident' && sql<SqlBool>`${sql.ref(`${row}.person`)} = any(registry.persons())`;

export const certificatePolicy = policy('certificates.certificate', {
  own: [isHolder],
  list: [hasRole(...issuers)],
  read: [actsFor('organisation', ...issuers)],
  /** Whoever leads the office. */
  revoke: [actsFor('organisation', 'centre_manager', 'department_officer')],
});
