// SPDX-License-Identifier: Apache-2.0
// Who may call the routes of matters and applications; affairs.story.test.ts tries whose application is whose.
import { roles } from '@lilong/contracts/identity';
import type { Access } from './permission-routes.ts';

const about = (
  who: Access['who'],
  sample: Readonly<Record<string, unknown>> = {},
  of: Access['about'] = 'person',
): Access => ({ who, sample: () => sample, about: of });
const all = [...roles, 'resident', 'nobody'] as const;
const mine = ['resident'] as const;
const counter = ['counter_clerk', 'centre_manager'] as const;
const office = [...counter, 'department_officer'] as const;
/** Whoever may have a paper. */
const keepers = [...office, 'committee_worker'] as const;
/** The head of an office approves more days. */
const head = ['centre_manager', 'department_officer'] as const;
/** City and districts, and departments over their own items. */
const counting = ['department_officer', 'district', 'city'] as const;
const ref = 'A310101002-10';
const door = 'D310101002-10';
const mandate = { code: '00000000', items: ['S177'], certificates: false, until: '2026-03-05' };
const at = { ref, version: 0 };
const reason = '因为';
const paper = { ref, key: 'proof' };
const papers = [paper];
const materials = [{ key: 'proof', how: 'paper' }];

export const affairAccess: Readonly<Record<string, Access>> = {
  'GET /api/affairs/items': about(all, {}, 'none'),
  'GET /api/affairs/items/:item': about(all, { item: 'S011' }, 'none'),
  'GET /api/my/items/:item': about(mine, { item: 'S011' }),
  'POST /api/my/affairs': about(mine, { item: 'S011' }),
  'GET /api/my/affairs': about(mine),
  'GET /api/my/affairs/:ref': about(mine, { ref }),
  'POST /api/my/affairs/:ref/save': about(mine, at),
  'POST /api/my/affairs/:ref/submit': about(mine, at),
  'POST /api/my/affairs/:ref/discard': about(mine, at),
  'POST /api/my/affairs/:ref/supplement': about(mine, at),
  'POST /api/my/affairs/:ref/withdraw': about(mine, at),
  'POST /api/my/affairs/:ref/papers': about(mine, { ref, key: 'lease', got: true }),
  'POST /api/my/affairs/:ref/receipt': about(mine, { ref }),
  'GET /api/my/mandates': about(mine),
  'POST /api/my/mandates': about(mine, mandate),
  'POST /api/my/mandates/:mandate/end': about(mine, { mandate: 1 }),
  'POST /api/registry/people/:person/mandates': about([...counter, 'committee_worker'], {
    ...{ person: 1, ...mandate },
  }),
  'GET /api/my/collections': about(mine),
  'GET /api/doorstep/people/:person': about(['committee_worker'], { person: 1 }),
  'GET /api/doorstep/people/:person/items/:item': about(['committee_worker'], {
    ...{ person: 1, item: 'S177' },
  }),
  'POST /api/affairs/collections': about(['committee_worker'], {
    ...{ person: 1, item: 'S177', papers: [{ name: '租约', form: 'copy', count: 1 }] },
    agreed: { by: 'told' },
  }),
  'GET /api/affairs/collections': about([...counter, 'committee_worker']),
  'GET /api/affairs/collections/:ref': about([...counter, 'committee_worker'], { ref: door }),
  'POST /api/affairs/collections/:ref/count': about(counter, {
    ...{ ref: door, counted: [{ key: 'lease', count: 1 }] },
  }),
  'POST /api/affairs/collections/:ref/return': about(['committee_worker'], {
    ...{ ref: door, papers: ['lease'], agreed: { by: 'told' } },
  }),
  'POST /api/affairs/follow': about(all, { token: 'a'.repeat(22) }, 'token'),
  'POST /api/affairs/applications/:ref/receipt': about(office, { ref }),
  'POST /api/my/affairs/:ref/take-back': about(mine, { ref }),
  'POST /api/my/affairs/:ref/agree': about(mine, { ref }),
  'GET /api/affairs/people/:person/items/:item': about(counter, { person: 1, item: 'S011' }),
  'POST /api/affairs/applications': about(counter, {
    ...{ person: 1, item: 'S011', consent: { by: 'told' } },
  }),
  'GET /api/affairs/people/:person/applications': about(counter, { person: 1 }),
  'GET /api/affairs/applications': about(office),
  'GET /api/affairs/counts': about(office),
  'GET /api/affairs/papers': about(office),
  'POST /api/affairs/papers/send': about(keepers, { papers, to: 1 }),
  'POST /api/affairs/papers/receive': about(keepers, { papers: [{ ...paper, there: true }] }),
  'POST /api/affairs/papers/found': about(keepers, { papers, words: reason }),
  'POST /api/affairs/papers/give-back': about(office, { papers }),
  'GET /api/affairs/load': about(counting, {}, 'none'),
  'GET /api/affairs/load/:item': about(counting, { item: 'S011' }),
  'GET /api/affairs/applications/:ref': about(office, { ref }),
  'POST /api/affairs/applications/:ref/move': about(office, { ...at, move: 'accept' }),
  'POST /api/affairs/applications/:ref/ask': about(office, { ...at, missing: ['proof'] }),
  'POST /api/affairs/applications/:ref/supplement': about(office, { ...at, materials }),
  'POST /api/affairs/applications/:ref/give': about(office, { ...at, materials }),
  'POST /api/affairs/applications/:ref/refuse-receipt': about(office, {
    ...at,
    reason,
    remedy: reason,
  }),
  'POST /api/affairs/applications/:ref/special': about(office, {
    ...at,
    reason,
    procedure: 'notice',
  }),
  'POST /api/affairs/applications/:ref/suspend': about(office, { ...at, reason }),
  'POST /api/affairs/applications/:ref/resume': about(office, { ...at, reason }),
  'POST /api/affairs/applications/:ref/extension': about(office, { ...at, reason }),
  'POST /api/affairs/applications/:ref/extension/decide': about(head, { ...at, approve: true }),
  'POST /api/affairs/applications/:ref/decide': about(office, { ...at, decision: 'grant' }),
  'POST /api/affairs/applications/:ref/deliver': about(office, { ...at, by: 'window' }),
};
