// SPDX-License-Identifier: Apache-2.0
// Who may do what about assistance. Row-level security says the same beneath (migration 0087).
import type { Role } from '@lilong/contracts/identity';
import { type SqlBool, sql } from 'kysely';
import { actsFor, hasRole, policy, type Rule } from '../kernel/policy.ts';

const workers: readonly Role[] = ['counter_clerk', 'centre_manager'];
/** The household: the transaction has stated whose account it is (`stateMyself`). */
const isOfHousehold: Rule = (actor, row) =>
  actor.kind === 'resident' && sql<SqlBool>`registry.persons() && ${sql.ref(`${row}.people`)}`;

export const matterPolicy = policy('assistance.matter', {
  own: [isOfHousehold],
  /** The street that decides, and the one that assists. */
  read: [actsFor('decide_org', ...workers), actsFor('assist_org', ...workers)],
  visit: [actsFor('decide_org', ...workers), actsFor('assist_org', ...workers)],
  verify: [actsFor('decide_org', ...workers)],
  decide: [actsFor('decide_org', 'centre_manager')],
});
export type MatterAction = (typeof matterPolicy.actions)[number];

export const awardPolicy = policy('assistance.award', {
  list: [hasRole(...workers)],
  recheck: [actsFor('decide_org', ...workers)],
});
export const payPolicy = policy('assistance.pay_list', {
  list: [hasRole(...workers)],
  read: [actsFor('decide_org', ...workers)],
  /** Never whoever made it. */
  approve: [actsFor('decide_org', 'centre_manager')],
});
