// SPDX-License-Identifier: Apache-2.0
// Who collects, who counts, whose papers they are. Row-level security says the same beneath (migration 0094); who may move a
// paper is asked of the paper (affairs/policy.ts).
import type { Role } from '@lilong/contracts/identity';
import { type SqlBool, sql } from 'kysely';
import { actsFor, hasRole, policy, type Rule } from '../kernel/policy.ts';

export const carriers: readonly Role[] = ['committee_worker'];
export const counters: readonly Role[] = ['counter_clerk', 'centre_manager'];

const isOneself: Rule = (actor, row) =>
  actor.kind === 'resident' && sql<SqlBool>`${sql.ref(`${row}.person`)} = any(registry.persons())`;

export const collectionPolicy = policy('doorstep.collection', {
  own: [isOneself],
  collect: [hasRole(...carriers)],
  list: [hasRole(...carriers, ...counters)],
  read: [actsFor('organisation', ...carriers), actsFor('centre', ...counters)],
  count: [actsFor('centre', ...counters)],
  return: [actsFor('organisation', ...carriers)],
});
