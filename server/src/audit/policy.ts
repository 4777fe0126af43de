// SPDX-License-Identifier: Apache-2.0
import { hasRole, holdsPost, policy } from '../kernel/policy.ts';

export const auditPolicy = policy('kernel.audit', {
  read: [holdsPost('place', 'auditor')],
  verify: [hasRole('auditor')],
});
