// SPDX-License-Identifier: Apache-2.0
// Who may call the routes of guardians, consents, holds and delays; whose is whose, their stories try.
import type { Access } from './permission-routes.ts';

type Sample = Readonly<Record<string, unknown>>;
const of = (about: Access['about'], who: Access['who'], sample: Sample = {}): Access => ({
  ...{ who, about, sample: () => sample },
});
const own = (sample?: Sample) => of('person', ['resident'], sample);
const people = (sample: Sample) => of('person', ['committee_worker'], sample);
const admins = ['system_admin', 'safety_admin', 'auditor'] as const;
const deciders = ['safety_admin', 'district', 'city'] as const;
const askers = ['committee_worker', 'department_officer', 'district'] as const;
const number = '11010519491231002X';

export const keepingAccess: Readonly<Record<string, Access>> = {
  'GET /api/my/data/grants': own(),
  'GET /api/my/data/consents': own(),
  'POST /api/my/data/consents': own(),
  'POST /api/my/data/consents/take': own({ code: '000000' }),
  'POST /api/my/data/consents/:consent/withdraw': own({ consent: 1 }),
  'GET /api/registry/people/:person/guardians': people({ person: 1 }),
  'POST /api/registry/people/:person/guardians': people({
    ...{ person: 1, relation: 'guardian', proof: 'court', document: '111', number },
  }),
  'POST /api/registry/people/:person/guardians/:guardian/end': people({ person: 1, guardian: 1 }),
  'GET /api/registry/deletions': of('none', admins),
  'GET /api/registry/holds': of('none', admins),
  'POST /api/registry/holds': of('none', ['safety_admin'], {
    ...{ source: '某局', reason: '法院来函', until: '2026-06-01' },
  }),
  'POST /api/registry/holds/:hold/lift': of('none', ['safety_admin'], { hold: 1 }),
  'GET /api/registry/delays': of('none', [...askers, 'city', 'safety_admin', 'auditor']),
  'POST /api/registry/delays': of('person', askers, {
    ...{ number, basis: '监察法', until: '2026-03-30' },
  }),
  'POST /api/registry/delays/:delay/decide': of('none', deciders, { delay: 1, approve: true }),
  'POST /api/registry/delays/:delay/end': of('none', [...askers, 'safety_admin', 'city'], {
    delay: 1,
  }),
};
