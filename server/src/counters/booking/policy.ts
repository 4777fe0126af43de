// SPDX-License-Identifier: Apache-2.0
import { actsFor, both, holdsPost, isSelf, policy, type Rule } from '../../kernel/policy.ts';

const isResident: Rule = (actor) => actor.kind === 'resident';

export const bookingPolicy = policy('counters.booking', {
  /** Moves, cancels, checks in: whoever booked, and whoever works in that hall. */
  keep: [
    both(isResident, isSelf('account')),
    actsFor('organisation', 'counter_clerk', 'centre_manager'),
    holdsPost('place', 'centre_manager'),
  ],
  /** Telephones whoever booked. */
  phone: [
    actsFor('organisation', 'counter_clerk', 'centre_manager'),
    holdsPost('place', 'centre_manager'),
  ],
  mine: [isResident],
});
