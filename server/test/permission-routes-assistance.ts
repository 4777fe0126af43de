// SPDX-License-Identifier: Apache-2.0
// Who may call the routes of assistance; assistance.story.test.ts tries whose household is whose.
import { inquirySources } from '@lilong/contracts/assistance';
import { visitChecks } from '@lilong/contracts/assistance-work';
import { roles } from '@lilong/contracts/identity';
import type { Access } from './permission-routes.ts';

const about = (
  who: Access['who'],
  sample: Readonly<Record<string, unknown>> = {},
  of: Access['about'] = 'person',
): Access => ({ who, sample: () => sample, about: of });
const all = [...roles, 'resident', 'nobody'] as const;
const mine = ['resident'] as const;
const office = ['counter_clerk', 'centre_manager'] as const;
const head = ['centre_manager'] as const;
const ref = 'A310101002-10';
const at = { ref, version: 0 };
const reason = '因为';
const path = '/api/assistance/applications/:ref';
const findings = Object.fromEntries(visitChecks.map((check) => [check, 'as_told']));
const month = '2026-03-01';
const means = { people: 1, incomeFen: 0, medicalFen: 0, educationFen: 0, assetsFen: 0 };

export const assistanceAccess: Readonly<Record<string, Access>> = {
  'GET /api/assistance/notices': about(all, {}, 'none'),
  'POST /api/assistance/notices/:street/:no/object': about(
    [...roles, 'resident'],
    { street: 310101002, no: 1, words: '他家有车' },
    'none',
  ),
  'GET /api/my/assistance': about(mine),
  'POST /api/my/assistance/:ref/authorise': about(mine, { ref, sources: [...inquirySources] }),
  'POST /api/my/assistance/:ref/take-back': about(mine, { ref }),
  'POST /api/my/assistance/:ref/tell': about(mine, { ref, words: '找到工作了' }),
  [`GET ${path}`]: about(office, { ref }),
  [`POST ${path}/paper`]: about(office, { ...at, person: 1, files: [1] }),
  [`POST ${path}/inquire`]: about(office, { ...at, reason }),
  [`POST ${path}/answer`]: about(office, { ...at, inquiry: 1, state: 'none', reason }),
  [`POST ${path}/visit/announce`]: about(office, { ...at, reason }),
  [`POST ${path}/visit`]: about(office, {
    ...{ ...at, withName: '吴干部', findings, signedBy: '林阿婆', files: [] },
  }),
  [`POST ${path}/notice`]: about(office, { ...at, reason }),
  [`POST ${path}/objections/:no`]: about(office, { ...at, no: 1, answer: reason }),
  [`POST ${path}/decide`]: about(head, { ...at, grant: true, reason, remedy: reason }),
  'GET /api/assistance/lists': about(office),
  'POST /api/assistance/lists': about(office, { month }),
  'POST /api/assistance/lists/:month/approve': about(head, { month }),
  'GET /api/assistance/lists/:month/file': about(office, { month }),
  'GET /api/assistance/rechecks': about(office),
  'POST /api/assistance/rechecks/:no': about(office, {
    ...{ ...means, no: 1, fraud: false, reason, remedy: reason },
  }),
};
