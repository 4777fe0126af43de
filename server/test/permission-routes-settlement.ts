// SPDX-License-Identifier: Apache-2.0
// Who may call the routes of settlement; settlement.story.test.ts tries whose statement is whose.
import type { Access } from './permission-routes.ts';

const about = (who: Access['who'], sample: Readonly<Record<string, unknown>> = {}): Access => ({
  who,
  sample: () => sample,
  about: 'none',
});
const heads = ['centre_manager', 'department_officer'] as const;
const readers = [...heads, 'district', 'city'] as const;
const month = '2026-02-01';

export const settlementAccess: Readonly<Record<string, Access>> = {
  'GET /api/settlement/months': about(readers),
  'GET /api/settlement/months/:month': about(readers, { month }),
  'GET /api/settlement/months/:month/references': about(readers, {
    ...{ month, doer: 1, onBehalf: 2, what: 'received' },
  }),
  'GET /api/settlement/months/:month/file': about(readers, { month }),
  'POST /api/settlement/months/:month/close': about(['city'], { month }),
  'POST /api/settlement/lines/:line/object': about(heads, { line: 1, reason: '因为' }),
  'POST /api/settlement/objections/:objection/answer': about(heads, {
    ...{ objection: 1, takenOff: 0, answer: '因为' },
  }),
};
