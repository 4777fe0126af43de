// SPDX-License-Identifier: Apache-2.0
// Who may call the routes of objections; whose objection is whose, objections.story.test.ts tries.
import type { Access } from './permission-routes.ts';

const about = (who: Access['who'], sample: Readonly<Record<string, unknown>> = {}): Access => ({
  ...{ who, sample: () => sample, about: 'person' },
});
const worker = ['committee_worker'] as const;
/** Those who raise them, and those who answer. */
const users = ['committee_worker', 'department_officer'] as const;
const oneself = ['resident'] as const;
const name = { element: 'person.name', proposed: '王小', evidence: '户口簿' };

export const objectionAccess: Readonly<Record<string, Access>> = {
  'GET /api/registry/elements': about(worker),
  'POST /api/registry/objections': about(worker, { person: 1, ...name }),
  'POST /api/registry/corrections': about(worker, {
    ...{ home: 'F310101002-10', element: 'home.lift', proposed: 'true' },
  }),
  'GET /api/registry/objections': { ...about(users, { box: 'answer' }), about: 'none' },
  'GET /api/registry/objections/:objection': about(users, { objection: 1 }),
  'POST /api/registry/objections/:objection/number': about(users, { objection: 1 }),
  'POST /api/registry/objections/:objection/answer': about(users, { objection: 1, accept: true }),
  'POST /api/registry/objections/:objection/withdraw': about(users, { objection: 1 }),
  'GET /api/my/data/objections': about(oneself),
  'POST /api/my/data/objections': about(oneself, name),
  'POST /api/my/data/objections/:objection/withdraw': about(oneself, { objection: 1 }),
};
