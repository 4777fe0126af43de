// SPDX-License-Identifier: Apache-2.0
// Who may call the routes of offers; offers.story.test.ts tries whose offer is whose.
import type { Access } from './permission-routes.ts';

const about = (
  who: Access['who'],
  sample: Readonly<Record<string, unknown>> = {},
  of: Access['about'] = 'person',
): Access => ({ who, sample: () => sample, about: of });
const mine = ['resident'] as const;
const window = ['counter_clerk', 'centre_manager'] as const;
const doors = ['committee_worker'] as const;
const offer = 1;
const person = 1;

export const offerAccess: Readonly<Record<string, Access>> = {
  'GET /api/my/offers': about(mine),
  'GET /api/my/offers/:offer': about(mine, { offer }),
  'POST /api/my/offers/:offer/accept': about(mine, { offer }),
  'POST /api/my/offers/:offer/refuse': about(mine, { offer }),
  'POST /api/my/offers/:offer/again': about(mine, { offer }),
  'GET /api/offers/people/:person': about(window, { person }),
  'POST /api/offers/people/:person/:offer/accept': about(window, { person, offer }),
  'POST /api/offers/people/:person/:offer/refuse': about(window, { person, offer }),
  'GET /api/offers/doors': about(doors),
  'POST /api/offers/doors/:offer/open': about(doors, { offer }),
  'POST /api/offers/doors/:offer/told': about(doors, { offer, how: 'told' }),
  'GET /api/offers/figures': about(['department_officer', 'district', 'city'], {}, 'none'),
};
