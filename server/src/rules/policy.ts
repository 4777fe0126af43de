// SPDX-License-Identifier: Apache-2.0
import { Refusal } from '@lilong/contracts/refusals';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { hasRole, policy, type Rule } from '../kernel/policy.ts';
import { actsForAll } from '../kernel/topmost.ts';

const onDuty: Rule = ({ post }) => post !== null;

/** The row is an item of the department for which its owner acts. The database says the same again (migration 0103). */
const isOwnItem: Rule = ({ post }, row) =>
  post?.role === 'item_owner' &&
  sql<boolean>`(${sql.ref(`${row}.kind`)} = 'item'
    and kernel.owns_item(${post.organisation}::bigint, ${sql.ref(`${row}.key`)}, null))`;

export const rulesPolicy = policy('kernel.catalogue', {
  read: [onDuty],
  readDrafts: [hasRole('system_admin', 'safety_admin', 'auditor'), isOwnItem],
  draft: [hasRole('system_admin'), isOwnItem],
  decide: [hasRole('safety_admin')],
});

/**
 * Rules hold in the whole deployment, so they are its topmost administrators' to change, not a street's.
 *
 * @throws {Refusal} auth.denied
 */
export async function requireForAll(
  ctx: Ctx,
  action: 'readDrafts' | 'draft' | 'decide',
): Promise<void> {
  ctx.requireEver(rulesPolicy, action);
  if (!(await actsForAll(ctx))) throw new Refusal('auth.denied', { action });
}
