// SPDX-License-Identifier: Apache-2.0
// Who may call the routes of certificates; certificates.story.test.ts tries whose certificate is whose.
import { roles } from '@lilong/contracts/identity';
import type { Access } from './permission-routes.ts';

const about = (
  who: Access['who'],
  sample: Readonly<Record<string, unknown>> = {},
  of: Access['about'] = 'person',
): Access => ({ who, sample: () => sample, about: of });
const all = [...roles, 'resident', 'nobody'] as const;
const mine = ['resident'] as const;
const ref = 'Q310101002-10';

export const certificateAccess: Readonly<Record<string, Access>> = {
  'GET /api/certificates/keys': about(all, {}, 'none'),
  'GET /api/certificates/status/:list': about(all, { list: 0 }, 'none'),
  'GET /api/my/certificates': about(mine),
  'GET /api/my/certificates/:ref': about(mine, { ref }),
  'GET /api/my/certificates/:ref/paper': about(mine, { ref }),
  'GET /api/certificates/issued': about(['counter_clerk', 'centre_manager', 'department_officer']),
  'POST /api/certificates/issued/:ref/revoke': about(['centre_manager', 'department_officer'], {
    ...{ ref, reason: '因为' },
  }),
};
