// SPDX-License-Identifier: Apache-2.0
// Who may do what about statements between organisations.
import type { Role } from '@lilong/contracts/identity';
import { type SqlBool, sql } from 'kysely';
import { actsFor, hasRole, policy, type Rule } from '../kernel/policy.ts';

/** Whoever leads a centre, and a department, for their organisation. */
const heads: readonly Role[] = ['centre_manager', 'department_officer'];

/** One of the two lies in the range. */
const within: Rule = (actor, row) => {
  const { post } = actor;
  if (post === null || (post.role !== 'district' && post.role !== 'city')) return false;
  const ranges = `{${post.ranges.map(({ first, last }) => `[${first},${last}]`).join()}}`;
  return sql<SqlBool>`exists (select from places.organisation o
    where o.no in (${sql.ref(`${row}.doer`)}, ${sql.ref(`${row}.on_behalf`)}) and o.place <@ ${ranges}::int8multirange)`;
};

export const linePolicy = policy('settlement.line', {
  list: [hasRole(...heads, 'district', 'city')],
  read: [actsFor('doer', ...heads), actsFor('on_behalf', ...heads), within],
  object: [actsFor('doer', ...heads), actsFor('on_behalf', ...heads)],
});
export const objectionPolicy = policy('settlement.objection', {
  answer: [actsFor('answerer', ...heads)],
});
/** The city closes what is over. */
export const monthPolicy = policy('settlement.month', { close: [hasRole('city')] });
