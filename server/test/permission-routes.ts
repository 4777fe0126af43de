// SPDX-License-Identifier: Apache-2.0
// Every route and who may call it. A route that does not stand here fails a test.
import { blankHotline } from '@lilong/contracts/hotline';
import { type Role, roles } from '@lilong/contracts/identity';
import { type DrawnCase, point, shownCategory } from './permission-cases.ts';
import { affairAccess } from './permission-routes-affairs.ts';
import { assistanceAccess } from './permission-routes-assistance.ts';
import { caseAccess } from './permission-routes-cases.ts';
import { certificateAccess } from './permission-routes-certificates.ts';
import { counterAccess } from './permission-routes-counters.ts';
import { groupAccess } from './permission-routes-groups.ts';
import { keepingAccess } from './permission-routes-keeping.ts';
import { objectionAccess } from './permission-routes-objections.ts';
import { offerAccess } from './permission-routes-offers.ts';
import { ratingAccess } from './permission-routes-ratings.ts';
import { settlementAccess } from './permission-routes-settlement.ts';
import { uploadAccess } from './permission-routes-uploads.ts';
import { places, type World } from './permission-world.ts';

export type Who = readonly (Role | 'resident' | 'nobody')[];
export interface Access {
  readonly who: Who;
  /** What is sent to see whether the door is shut. It fits the contract. */
  readonly sample: (world: World, one: DrawnCase) => Readonly<Record<string, unknown>>;
  /**
   * `case`: a case decides beside the role, `place`: a place does, so each has tests of its own; `none`: neither
   * is in it at all; `person`: somebody of the registry decides; `token`: whoever holds the paper may.
   */
  readonly about: 'case' | 'place' | 'person' | 'none' | 'token';
}

const staff: Who = roles;
const residents: Who = ['resident'];
const signedIn: Who = [...staff, 'resident'];
export const all: Who = [...signedIn, 'nobody'];
const admins: Who = ['system_admin', 'safety_admin', 'auditor'];
const counting: Who = [
  'committee_worker',
  'dispatcher',
  'checker',
  'street_leader',
  'district',
  'city',
];
const desk: Who = [...counting, 'department_officer', 'crew'];
const entering: Who = ['committee_worker', 'dispatcher', 'checker'];
const crowding: Who = ['committee_worker', 'dispatcher', 'street_leader', 'district', 'city'];
const living = { role: 'lives' };
const handing: Who = ['dispatcher', 'street_leader'];

const none = (who: Who, sample: Readonly<Record<string, unknown>> = {}): Access => ({
  who,
  sample: () => sample,
  about: 'none',
});
const atPlace = (who: Who, sample: Readonly<Record<string, unknown>> = {}): Access => ({
  ...none(who, sample),
  about: 'place',
});
const cases = (who: Who, sample: Access['sample'] = () => ({})): Access => ({
  who,
  sample,
  about: 'case',
});
/** About people: permissions-registry.story.test.ts tries whom each may see. */
const people = (sample: Readonly<Record<string, unknown>>): Access => ({
  ...none(['committee_worker'], sample),
  about: 'person',
});
/** Institutions and who holds office in them: institutions.story.test.ts tries whose place is whose. */
const institutions = (readers: Who, sample: Readonly<Record<string, unknown>> = {}): Access => ({
  ...people(sample),
  who: ['committee_worker', 'street_leader', ...readers],
});
const atInstitution = { institution: 'Z310101002-10' };
const crowds = (who: Who, sample: Readonly<Record<string, unknown>>): Access => ({
  ...people(sample),
  who,
});
/** About oneself: whose account is bound to whom. */
const own = (sample: Readonly<Record<string, unknown>> = {}): Access => ({
  ...people(sample),
  who: residents,
});
const token = (sample: Readonly<Record<string, unknown>>): Access => ({
  who: all,
  sample: () => sample,
  about: 'token',
});

const atRef =
  (more: Readonly<Record<string, unknown>> = {}): Access['sample'] =>
  (_, { ref }) => ({ ref, ...more });
const atReport =
  (more: Readonly<Record<string, unknown>> = {}): Access['sample'] =>
  (_, { reportRef }) => ({ ref: reportRef, ...more });
const said = { place: places.lane, address: '南京东路', words: '垃圾', photos: [] };
const day = '2026-03-09';
const moment = `${day}T00:00:00.000Z`;
const hotline = { ...blankHotline, notContactedReason: '没有留电话' };
const rule = {
  kind: 'category',
  key: 'event-90-90',
  name: '示例',
  body: {},
  effectiveFrom: day,
  source: '示例',
};
const post = {
  account: 1,
  role: 'checker',
  organisation: 1,
  places: [places.street],
  validFrom: moment,
};

export const access: Readonly<Record<string, Access>> = {
  'GET /api/cases': cases(desk),
  'GET /api/cases/counts': cases(desk),
  'GET /api/cases/:ref': cases(signedIn, atRef()),
  'GET /api/cases/entered': cases(entering),
  'GET /api/cases/tree': cases(counting),
  'POST /api/cases': cases(entering, () => ({ ...said, channel: 'patrol', next: 'keep' })),
  'POST /api/cases/:ref/move': cases(signedIn, atRef({ move: 'accept', version: 1 })),
  'POST /api/cases/move': cases(signedIn, (_, { ref }) => ({
    cases: [{ ref, version: 1 }],
    move: 'accept',
  })),
  'POST /api/cases/:ref/undo': cases(['dispatcher', 'committee_worker'], atRef()),
  'POST /api/cases/:ref/merge': cases(['dispatcher'], (_, { ref, street }) => ({
    ref,
    others: [`C${street}-999999999990`],
  })),
  'POST /api/cases/:ref/unmerge': cases(['dispatcher'], atRef()),
  'POST /api/cases/:ref/ask': cases(
    ['dispatcher', 'committee_worker', 'department_officer'],
    atRef({ words: '哪一层' }),
  ),
  'POST /api/cases/:ref/supervise': cases(
    ['dispatcher', 'street_leader'],
    atRef({ kind: 'leader', words: '请抓紧' }),
  ),
  'POST /api/cases/:ref/release': cases(
    ['dispatcher'],
    atRef({ version: 1, words: true, photos: true }),
  ),
  'POST /api/cases/:ref/delay': cases(
    ['department_officer'],
    atRef({ kind: 'extension', until: moment, reason: '缺料' }),
  ),
  'POST /api/cases/:ref/delay/:no': cases(handing, (_, { ref, delay }) => ({
    ref,
    no: delay,
    grant: true,
    reason: '同意',
  })),
  'POST /api/cases/:ref/appeal': cases(['department_officer'], atRef({ reason: '设备停运' })),
  'POST /api/cases/:ref/appeal/decide': cases(handing, atRef({ grant: true, reason: '属实' })),
  'POST /api/cases/:ref/transcript': cases(
    ['dispatcher', 'committee_worker'],
    (_, { ref, reportRef }) => ({
      ref,
      report: reportRef,
      words: '听到的',
    }),
  ),
  'PUT /api/cases/:ref/hotline': cases(
    ['dispatcher', 'committee_worker'],
    atRef({ reply: hotline }),
  ),
  'POST /api/cases/:ref/contact': cases(
    ['dispatcher', 'committee_worker', 'street_leader', 'department_officer'],
    (_, { ref, reportRef }) => ({ ref, report: reportRef, purpose: 'call_back' }),
  ),
  'POST /api/cases/:ref/order': cases(['department_officer'], atRef()),
  'GET /api/handovers': cases(handing),
  'POST /api/handovers': none(handing, { words: '交班' }),
  'POST /api/handovers/:no/take-over': none(handing, { no: 1 }),
  'GET /api/orders/:token': token({ token: 'nothing' }),
  'POST /api/orders/:token': token({ token: 'nothing', words: '做好了', photos: [] }),

  'POST /api/reports': none(residents, said),
  'POST /api/reports/similar': cases(all, () => ({
    place: places.lane,
    point,
    category: shownCategory,
  })),
  'POST /api/reports/me-too': cases(residents, (_, { ref }) => ({ caseRef: ref, photos: [] })),
  'GET /api/my/reports': cases(residents),
  'GET /api/my/reports/:ref': cases(residents, atReport()),
  'POST /api/my/reports/:ref/answer': cases(residents, atReport({ words: '二楼' })),
  'POST /api/my/reports/:ref/photos': cases(residents, atReport({ photos: [1] })),
  'POST /api/my/reports/:ref/withdraw': cases(residents, atReport()),
  'POST /api/my/reports/:ref/rate': cases(residents, atReport({ solved: true, grade: 5 })),
  'GET /api/nearby': cases(all, (_, { place }) => ({ place })),
  'GET /api/categories': none(all),
  'GET /api/figures': none(all),
  'GET /api/objections/figures': none(all),

  'GET /api/places/:no': none(all, { no: places.lane }),
  'GET /api/places': none(all, { q: '云南中路' }),
  'GET /api/locate': none(all, point),
  'GET /api/map/:no': none(all, { no: places.street }),
  'GET /api/organisations': none(all, { place: places.lane }),
  'POST /api/organisations/:no': atPlace(['system_admin'], { no: 1, phone: null, hours: null }),
  'GET /api/city': none(all),
  'GET /api/duties': none(staff, { place: places.lane }),
  'POST /api/duties': atPlace(['system_admin'], {
    category: shownCategory,
    place: places.street,
    lead: 1,
    assisting: [],
    validFrom: day,
    source: '示例',
  }),
  'POST /api/duties/import': atPlace(['system_admin'], { csv: 'x', dry: true }),
  'GET /api/duties/drafts': atPlace(admins),
  'GET /api/duties/drafts/:batch': atPlace(admins, { batch: 1 }),
  'POST /api/duties/drafts/:batch/decide': atPlace(['safety_admin'], { batch: 1, approve: false }),

  'GET /api/catalogue': none(staff, { kind: 'category' }),
  'POST /api/catalogue': atPlace(['system_admin', 'item_owner'], rule),
  'GET /api/catalogue/:no/diff': atPlace([...admins, 'item_owner'], { no: 1 }),
  'POST /api/catalogue/:no/decide': atPlace(['safety_admin'], { no: 1, approve: false }),

  'GET /api/me': none(all),
  'POST /api/sign-in': none(all),
  'POST /api/sign-in/code': none(all),
  'POST /api/sign-in/phone': none(all),
  'POST /api/sign-in/demo': none(all),
  'POST /api/sign-out': none(all),
  'POST /api/me/post': none(staff, { post: 1 }),
  'POST /api/me/language': none(signedIn, { language: 'zh' }),
  'POST /api/me/password': none(staff, { current: 'x', fresh: 'long enough 1' }),
  'POST /api/me/lend': none(staff, { to: 1, from: moment, until: moment }),
  'GET /api/me/colleagues': none(staff),
  'GET /api/me/loans': none(staff),
  'GET /api/me/tie': none(staff),
  'POST /api/me/tie': none(staff, { number: '11010519491231002X' }),
  'POST /api/me/lend/end': none(staff, { post: 1 }),

  'GET /api/staff': atPlace(admins),
  'POST /api/staff/posts': atPlace(['system_admin'], post),
  'GET /api/staff/posts/:post/borrowers': atPlace(['system_admin'], { post: 1 }),
  'POST /api/staff/posts/:post/lend': atPlace(['system_admin'], {
    ...{ post: 1, to: 1, from: moment, until: moment },
  }),
  'POST /api/staff/posts/:post/decide': atPlace(['safety_admin'], { post: 1, approve: false }),
  'POST /api/staff/posts/:post/end': atPlace(['system_admin', 'safety_admin'], {
    post: 1,
    reason: '离任',
  }),
  'POST /api/staff/:account/password': atPlace(admins, { account: 1 }),
  'POST /api/staff/import': atPlace(['system_admin'], { csv: 'x', dry: true }),

  'POST /api/registry/find': people({ q: '王小' }),
  'GET /api/registry/words': none([
    ...(['committee_worker', 'dispatcher', 'street_leader'] as const),
    ...(['counter_clerk', 'centre_manager'] as const),
  ]),
  'GET /api/registry/people/:person': people({ person: 1 }),
  'GET /api/registry/homes/:home': people({ home: 'F310101002-10' }),
  'GET /api/registry/households/:household': people({ household: 'H310101002-10' }),
  'POST /api/registry/people/:person/reveal': people({
    ...{ person: 1, element: 'phone', purpose: 'visit' },
  }),
  'POST /api/registry/look-up': people({ document: '111', number: '11010519491231002X' }),
  'POST /api/registry/homes/:home/move-in': people({
    ...{ home: 'F310101002-10', person: 1, staysAs: 'family', from: day },
  }),
  'POST /api/registry/people/:person/move-out': people({ person: 1, on: day }),
  'POST /api/registry/households/:household/birth': people({
    ...{ household: 'H310101002-10', name: '小宝', sex: '1', bornOn: day, relation: '20' },
  }),
  'POST /api/registry/people/:person/death': people({ person: 1, on: day }),
  'POST /api/registry/people/:person/labels': people({ person: 1, label: 'lives_alone' }),
  'POST /api/registry/people/:person/labels/:label': people({ person: 1, label: 1, holds: true }),

  ...groupAccess,
  ...counterAccess,
  ...affairAccess,
  ...assistanceAccess,
  ...certificateAccess,
  ...offerAccess,
  ...settlementAccess,
  ...ratingAccess,
  'GET /api/registry/institutions': institutions(['dispatcher']),
  'GET /api/registry/institutions/:institution': institutions(['dispatcher'], atInstitution),
  'POST /api/registry/institutions': institutions([], { kind: 'team', name: '合唱队' }),
  'POST /api/registry/institutions/:institution': institutions([], {
    ...{ ...atInstitution, name: '合唱队' },
  }),
  'POST /api/registry/institutions/:institution/end': institutions([], {
    ...{ ...atInstitution, on: day },
  }),
  'POST /api/registry/institutions/:institution/members': institutions([], {
    ...{ ...atInstitution, name: '某人', position: '队长' },
  }),
  'POST /api/registry/institutions/:institution/members/:member/end': institutions([], {
    ...{ ...atInstitution, member: 1, on: day },
  }),
  'POST /api/registry/institutions/:institution/members/:member/reveal': institutions(
    ['dispatcher'],
    { ...atInstitution, member: 1, purpose: 'visit' },
  ),

  'GET /api/registry/crowds': none(crowding),
  'POST /api/registry/crowds': none(crowding, {
    name: '老人',
    conditions: living,
    columns: ['name'],
  }),
  'POST /api/registry/crowds/count': crowds(crowding, { conditions: living }),
  'POST /api/registry/crowds/people': crowds(['committee_worker'], { conditions: living }),
  'POST /api/registry/crowds/map': crowds(['committee_worker'], { conditions: living }),
  'POST /api/registry/crowds/:crowd': none(crowding, {
    ...{ crowd: 1, name: '老人', conditions: living, columns: ['name'] },
  }),
  'POST /api/registry/crowds/:crowd/export': crowds(['committee_worker'], {
    ...{ crowd: 1, purpose: 'visit' },
  }),
  'POST /api/registry/exports/:export/file': crowds(['committee_worker'], {
    ...{ export: 1, as: 'csv' },
  }),
  'POST /api/registry/crowds/:crowd/drop': none(crowding, { crowd: 1 }),
  'POST /api/registry/supply': none(['department_officer'], {
    lines: [{ number: '11010519491231002X', label: 'low_income', from: '2026-01-05' }],
  }),
  ...caseAccess,
  'POST /api/registry/supply/file': none(['department_officer'], {
    ...{ name: '名单.csv', file: 'bnVtYmVyLGxhYmVsLGZyb20K', dry: true },
  }),
  'POST /api/registry/supply/labels/:label/withdraw': none(['department_officer'], {
    ...{ label: 'low_income', on: '2026-03-01', reason: '不再实行' },
  }),
  'POST /api/registry/supply/withdraw': none(['department_officer'], {
    ...{ on: '2026-03-01', reason: '不再享受' },
    lines: [{ number: '11010519491231002X', label: 'low_income' }],
  }),
  'POST /api/registry/supply/:batch/withdraw': none(['department_officer'], {
    ...{ batch: 1, on: '2026-03-01', reason: '发错了' },
  }),
  'GET /api/registry/supply': none(['department_officer']),
  'GET /api/registry/supply/uses': none(['department_officer']),

  'POST /api/registry/people/:person/bind': people({
    ...{ person: 1, document: '111', number: '11010519491231002X' },
  }),
  'POST /api/registry/people/:person/unbind': people({ person: 1 }),
  'GET /api/my/data': own(),
  'GET /api/my/data/looks': own(),
  'POST /api/my/data/number': own({ number: 0 }),
  'POST /api/my/data/file': own({ as: 'page' }),
  'POST /api/my/data/grants/:no/end': own({ no: 1 }),
  'POST /api/my/data/bind': own({ code: '000000' }),
  'POST /api/my/show': own(),
  'GET /api/my/show': own(),
  'POST /api/my/data/unbind': own(),

  ...objectionAccess,
  ...keepingAccess,
  ...uploadAccess,
  'GET /api/audit': cases(['auditor']),
  'GET /api/audit/patterns': none(['auditor']),
  'GET /api/audit/head': none(['auditor']),
  'POST /api/audit/verify': none(['auditor']),

  'GET /api/about': none(all),
  'POST /api/feedback': none(all, { about: 'suggestion', words: '字再大一点' }),
};

/**
 * The ways by which a case reaches somebody, and the routes of each. All are tried with cases inside, above,
 * beside and below; `export` has none yet: a route that hands out cases as a file belongs here, and is tried.
 */
export const ways = {
  get: ['GET /api/cases/:ref', 'GET /api/my/reports/:ref', 'GET /api/files/:no'],
  list: ['GET /api/cases', 'GET /api/my/reports', 'GET /api/cases/entered'],
  search: ['GET /api/cases'],
  count: ['GET /api/cases/counts', 'GET /api/cases/tree'],
  map: ['GET /api/cases', 'GET /api/cases/tree', 'GET /api/map/:no', 'GET /api/nearby'],
  similar: ['POST /api/reports/similar'],
  export: [],
  open311: ['GET /open311/v2/requests', 'GET /open311/v2/requests/:id'],
  live: ['GET /api/live'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
