// SPDX-License-Identifier: Apache-2.0
// Who may call the routes of 楼组, of standard addresses and of records that are merged; groups.story.test.ts,
// doors.story.test.ts and merging.story.test.ts try whose they are.
import type { Access } from './permission-routes.ts';

const about = (who: Access['who'], sample: Readonly<Record<string, unknown>> = {}): Access => ({
  ...{ who, sample: () => sample, about: 'person' },
});
const worker = ['committee_worker'] as const;
const readers = ['committee_worker', 'dispatcher', 'street_leader'] as const;
const keepers = ['committee_worker', 'street_leader'] as const;
const street = ['street_leader'] as const;
const group = 'G310101002-10';

export const groupAccess: Readonly<Record<string, Access>> = {
  'GET /api/registry/groups': about(readers),
  'GET /api/registry/groups/:group': about(readers, { group }),
  'GET /api/registry/groups/:group/doors': about(readers, { group }),
  'POST /api/registry/groups': about(keepers, { name: '第一楼组' }),
  'POST /api/registry/groups/:group': about(keepers, { group, name: '第二楼组' }),
  'POST /api/registry/groups/:group/doors': about(keepers, { group, add: [], take: [] }),
  'POST /api/registry/groups/:group/end': about(keepers, { group }),
  'POST /api/registry/groups/:group/leader': about(keepers, { group, name: '某人' }),
  'POST /api/registry/groups/:group/leader/end': about(keepers, { group, on: '2026-03-09' }),
  'POST /api/registry/groups/:group/leader/reveal': about(readers, { group, purpose: 'contact' }),
  'POST /api/registry/door-hints': about(worker, { name: '某路1号' }),
  'GET /api/registry/door-hints': about(readers),
  'POST /api/registry/door-hints/:hint/settle': about(street, { hint: 1, accept: true }),
  'GET /api/registry/doors': about(readers),
  'GET /api/registry/doors/find': about(readers, { q: '139弄' }),
  'POST /api/registry/doors': about(street, { name: '某路1号' }),
  'POST /api/registry/doors/rename': about(street, { address: 1, name: '2号' }),
  'POST /api/registry/doors/close': about(street, { address: 1, on: '2026-03-02' }),
  'GET /api/registry/doors/twins': about(street),
  'GET /api/registry/doors/:address/beside/:other': about(street, { address: 1, other: 2 }),
  'POST /api/registry/doors/:address/merge': about(street, { address: 1, other: 2 }),
  'POST /api/registry/doors/:address/apart': about(street, { address: 1, other: 2 }),
  'POST /api/registry/door-merges/:merge/undo': about(street, { merge: 1 }),
  'GET /api/registry/twins': { ...about(worker), about: 'none' },
  'POST /api/registry/people/:person/merge': about(worker, { person: 1, other: 2 }),
  'POST /api/registry/people/:person/apart': about(worker, { person: 1, other: 2 }),
  'POST /api/registry/merges/:merge/undo': about(worker, { merge: 1 }),
};
