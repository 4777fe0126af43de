// SPDX-License-Identifier: Apache-2.0
import { roles } from '@lilong/contracts/identity';
import { hasRole, holdsPost, policy } from '../kernel/policy.ts';

/** Names and outlines of places are public; the responsibility list is the office's. */
export const placePolicy = policy('places.place', {
  readDuties: [hasRole(...roles)],
  saveDuty: [holdsPost('no', 'system_admin')],
});
