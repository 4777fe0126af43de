// SPDX-License-Identifier: Apache-2.0
// Who may call the routes of ratings; ratings.story.test.ts tries whose rating is whose.
import { roles } from '@lilong/contracts/identity';
import type { Access } from './permission-routes.ts';

const about = (
  who: Access['who'],
  sample: Readonly<Record<string, unknown>> = {},
  of: Access['about'] = 'person',
): Access => ({ who, sample: () => sample, about: of });
const all = [...roles, 'resident', 'nobody'] as const;
const mine = ['resident'] as const;
const unit = ['centre_manager', 'department_officer'] as const;
const subject = 'A310101002-10';
const token = 'abcdefghijklmnopqrstuv';
const ref = 'E310101002-10';
const at = { ref, version: 0 };
const words = '因为';

export const ratingAccess: Readonly<Record<string, Access>> = {
  'GET /api/my/ratings': about(mine),
  'GET /api/my/ratings/:subject': about(mine, { subject }),
  'POST /api/my/ratings/:subject': about(mine, { subject, grade: 5 }),
  'POST /api/my/ratings/:subject/answer': about(mine, { subject, satisfied: true, solved: true }),
  'POST /api/ratings/held': about(all, { token }, 'token'),
  'POST /api/ratings/held/rate': about(all, { token, grade: 5 }, 'token'),
  'POST /api/ratings/held/answer': about(all, { token, satisfied: true, solved: true }, 'token'),
  'GET /api/ratings': about(unit),
  'GET /api/ratings/counts': about(unit),
  'GET /api/ratings/praise': about(['counter_clerk', ...unit]),
  'GET /api/ratings/figures': about([...unit, 'district', 'city'], { by: 'unit' }),
  'GET /api/ratings/one/:ref': about(unit, { ref }),
  'POST /api/ratings/one/:ref/rater': about(unit, { ref, purpose: 'call_back' }),
  'POST /api/ratings/one/:ref/contact': about(unit, { ...at, words, reached: false }),
  'POST /api/ratings/one/:ref/hard': about(unit, { ...at, words }),
  'POST /api/ratings/one/:ref/finish': about(unit, { ...at, words, result: 'explained' }),
  'POST /api/ratings/one/:ref/call-back': about(unit, { ...at, reached: false }),
};
