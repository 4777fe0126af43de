// SPDX-License-Identifier: Apache-2.0
import { roles } from '@lilong/contracts/identity';
import { hasRole, holdsPost, policy } from '../kernel/policy.ts';

/** Whom people call, and when. */
export const organisationPolicy = policy('places.organisation', {
  correct: [holdsPost('place', 'system_admin')],
});

/** Names and outlines of places are public; the responsibility list is the office's. */
export const placePolicy = policy('places.place', {
  readDuties: [hasRole(...roles)],
  readDrafts: [holdsPost('no', 'system_admin', 'safety_admin', 'auditor')],
  draftDuty: [holdsPost('no', 'system_admin')],
  decideDuty: [holdsPost('no', 'safety_admin')],
});
