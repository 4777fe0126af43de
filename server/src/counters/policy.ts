// SPDX-License-Identifier: Apache-2.0
import type { Role } from '@lilong/contracts/identity';
import { actsFor, hasRole, holdsPost, isSelf, policy } from '../kernel/policy.ts';

/** Clerks work for their own centre; whoever manages it, for those of the street as well. */
const atDesk: readonly Role[] = ['counter_clerk', 'centre_manager'];

export const centrePolicy = policy('counters.centre', {
  open: [actsFor('organisation', ...atDesk), holdsPost('place', 'centre_manager')],
  manage: [holdsPost('place', 'centre_manager')],
  /** The page of one's own hall; which one the post decides. */
  desk: [hasRole(...atDesk)],
});

export const windowPolicy = policy('counters.window', {
  sit: [actsFor('organisation', ...atDesk)],
  keep: [holdsPost('place', 'centre_manager')],
});

export const openingPolicy = policy('counters.opening', {
  withdraw: [holdsPost('place', 'centre_manager')],
});

export const ticketPolicy = policy('counters.ticket', {
  work: [actsFor('organisation', ...atDesk), holdsPost('place', 'centre_manager')],
  own: [isSelf('account')],
  mine: [(actor) => actor.kind === 'resident'],
});
