// SPDX-License-Identifier: Apache-2.0
// Who may call the routes of labels of level 5; case-labels.story.test.ts tries whose they are, and that they are off.
import type { Access } from './permission-routes.ts';

const about = (who: Access['who'], sample: Readonly<Record<string, unknown>> = {}): Access => ({
  ...{ who, sample: () => sample, about: 'person' },
});
const one = { number: '11010519491231002X', label: 'correction', place: 310101002001000 };

export const caseAccess: Readonly<Record<string, Access>> = {
  'POST /api/registry/case-labels': about(['department_officer'], {
    ...{ ...one, purpose: 'visit', until: '2026-03-09' },
  }),
  'POST /api/registry/case-labels/:no/close': about(['department_officer'], { no: 1 }),
  'GET /api/registry/case-labels': about(['department_officer', 'committee_worker']),
};
