// SPDX-License-Identifier: Apache-2.0
// What administrators and hand-over notes are asked at a place, and who may: stated once more, from
// docs/domain/identity.md and rules.md and not from the policies.
import type { Role } from '@lilong/contracts/identity';
import { isWithin, streetOf } from '@lilong/contracts/place-no';
import { shownCategory } from './permission-cases.ts';
import type { Answer } from './permission-tries.ts';
import { places, type Somebody, type World } from './permission-world.ts';

/** What stands at a place for somebody to find and to change. */
export interface Standing {
  readonly place: number;
  readonly organisation: number;
  readonly organisationName: string;
  /** A member of staff with a post there, and with another one that waits for approval. */
  readonly account: number;
  readonly post: number;
  readonly proposal: number;
  readonly colleague: number;
  /** A draft of a rule; rules hold everywhere. */
  readonly draft: number;
  /** Drafts of the responsibility list for the place. */
  readonly batch: number;
  /** Login of the member of staff, subject of an audit line and words of a hand-over note. */
  readonly mark: string;
}
let count = 0;

/** Puts one of each there, as they would stand. */
export async function putStanding({ city }: World, place: number): Promise<Standing> {
  count += 1;
  const mark = `mark-${count}-end`;
  const now = city.clock().toISOString();
  const [row] = await city.asOwner(
    `with office as (
       insert into places.organisation (kind, name, place, valid_from, generated)
       values ('crew', $1, $2, '2023-01-01', false) returning no
     ), people as (
       insert into identity.account (kind, login, name, made_at)
       values ('staff', $1, '某人', $3), ('staff', $1 || '-2', '同事', $3) returning no, login
     ), posts as (
       insert into identity.post (account, organisation, role, places, status, valid_from, made_at)
       select people.no, office.no, role, array[$2::bigint], status, $3::timestamptz, $3::timestamptz from people, office,
         (values ($1, 'crew', 'approved'), ($1, 'checker', 'proposed'), ($1 || '-2', 'crew', 'approved')) as p (login, role, status)
       where p.login = people.login returning no, account, status
     ), line as (
       insert into kernel.audit (at, request, act, subject, place, outcome, digest) values ($3, 'x', 'case.read', $1, $2, 'read', 'x')
     ), note as (
       insert into cases.handover (street, at, by_account, words) values ($4, $3, 1, $1)
     ), draft as (
       insert into kernel.catalogue (kind, key, name, body, effective_from, source, status, author, at)
       values ('setting', $1, '示例', '{"value": 1, "unit": "m"}', '2099-01-01', '示例', 'draft', 1, $3) returning no
     ), duty as (
       insert into places.duty (category, place, lead, valid_from, source, status, at)
       select $5, $2, office.no, '2099-01-01', '示例', 'draft', $3::timestamptz from office returning batch
     )
     select office.no as organisation, draft.no as draft, duty.batch,
       (select no from people where login = $1) as account,
       (select no from people where login <> $1) as colleague,
       (select posts.no from posts, people where people.no = account and login = $1 and status = 'approved') as post,
       (select no from posts where status = 'proposed') as proposal
     from office, draft, duty`,
    [mark, place, now, streetOf(place), shownCategory],
  );
  if (row === undefined) throw new Error('nothing was put');
  const numbers = row as Record<
    'organisation' | 'draft' | 'batch' | 'account' | 'colleague' | 'post' | 'proposal',
    number
  >;
  return { ...numbers, place, mark, organisationName: mark };
}

export interface PlaceAct {
  /** Key of the route. */
  readonly route: string;
  readonly input: (world: World, at: Standing) => Readonly<Record<string, unknown>>;
  readonly may: (somebody: Somebody, at: Standing) => boolean;
  /** Whether the answer let somebody through; an answer of 200 unless told otherwise. */
  readonly through?: (answer: Answer, at: Standing) => boolean;
}

/** These roles, at the place or above it. */
const over =
  (...roles: readonly Role[]): PlaceAct['may'] =>
  ({ role, seat }, { place }) =>
    roles.some((one) => one === role) && isWithin(place, seat);
/** What holds everywhere is for those who look after everything. */
const overAll =
  (...roles: readonly Role[]): PlaceAct['may'] =>
  ({ role, seat }) =>
    roles.some((one) => one === role) && seat === places.city;
/** A list is let through when it names what stands there. */
const names: PlaceAct['through'] = ({ text }, { mark }) => text.includes(`"${mark}"`);

const admins: readonly Role[] = ['system_admin', 'safety_admin', 'auditor'];
const until = ({ city }: World) => ({
  from: city.clock().toISOString(),
  until: new Date(city.clock().getTime() + 3_600_000).toISOString(),
});

/** In an order in which a yes to one leaves the next to be tried. */
export const placeActs: readonly PlaceAct[] = [
  {
    route: 'GET /api/staff',
    input: (_, { mark }) => ({ q: mark }),
    may: over(...admins),
    through: names,
  },
  {
    route: 'GET /api/audit',
    input: (_, { mark }) => ({ subject: mark }),
    may: over('auditor'),
    through: names,
  },
  {
    route: 'GET /api/handovers',
    input: () => ({}),
    may: ({ role, seat }, { place }) =>
      (role === 'dispatcher' || role === 'street_leader') && streetOf(place) === streetOf(seat),
    through: names,
  },
  {
    route: 'POST /api/staff/posts',
    input: ({ city }, { colleague, organisation, place }) => ({
      ...{ account: colleague, role: 'checker', organisation, places: [place] },
      validFrom: city.clock().toISOString(),
    }),
    may: over('system_admin'),
  },
  {
    route: 'GET /api/staff/posts/:post/borrowers',
    input: (_, { post }) => ({ post }),
    may: over('system_admin'),
  },
  {
    route: 'POST /api/staff/posts/:post/lend',
    input: (world, { post, colleague }) => ({ post, to: colleague, ...until(world) }),
    may: over('system_admin'),
  },
  {
    route: 'POST /api/staff/:account/password',
    input: (_, { account }) => ({ account }),
    may: over('system_admin'),
  },
  {
    route: 'POST /api/staff/import',
    input: (_, { organisationName, place }) => ({
      csv: `机构,机构类型,地点,姓名,账号,岗位\n${organisationName},作业队,${place},,,`,
      dry: true,
    }),
    may: over('system_admin'),
    through: ({ status, text }) => status === 200 && text.includes('"good":1'),
  },
  {
    route: 'POST /api/staff/posts/:post/decide',
    input: (_, { proposal }) => ({ post: proposal, approve: true }),
    may: over('safety_admin'),
  },
  {
    route: 'POST /api/staff/posts/:post/end',
    input: (_, { post }) => ({ post, reason: '离任' }),
    may: over('system_admin', 'safety_admin'),
  },
  {
    route: 'POST /api/duties',
    input: ({ city }, { place, organisation }) => ({
      ...{ category: shownCategory, place, lead: organisation, assisting: [], source: '示例' },
      validFrom: city.clock().toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' }),
    }),
    may: over('system_admin'),
  },
  {
    route: 'POST /api/duties/import',
    input: (_, { organisationName, place }) => ({
      csv: `类别,地点,牵头单位,依据\n${shownCategory},${place},${organisationName},示例清单`,
      dry: true,
    }),
    may: over('system_admin'),
    through: ({ status, text }) => status === 200 && text.includes('"drafts":1'),
  },
  {
    route: 'GET /api/duties/drafts',
    input: () => ({}),
    may: over(...admins),
    through: ({ text }, { batch }) => text.includes(`"batch":${batch},`),
  },
  {
    route: 'GET /api/duties/drafts/:batch',
    input: (_, { batch }) => ({ batch }),
    may: over(...admins),
  },
  {
    route: 'POST /api/duties/drafts/:batch/decide',
    input: (_, { batch }) => ({ batch, approve: false }),
    may: over('safety_admin'),
  },
  {
    route: 'POST /api/organisations/:no',
    input: (_, { organisation }) => ({ no: organisation, phone: null, hours: '全天' }),
    may: over('system_admin'),
  },
  {
    route: 'POST /api/catalogue',
    input: (_, { mark }) => ({
      ...{ kind: 'setting', key: `${mark}-2`, name: '示例', body: { value: 1, unit: 'm' } },
      ...{ effectiveFrom: '2099-01-01', source: '示例' },
    }),
    may: overAll('system_admin'),
  },
  {
    route: 'GET /api/catalogue/:no/diff',
    input: (_, { draft }) => ({ no: draft }),
    may: overAll(...admins),
  },
  {
    route: 'POST /api/catalogue/:no/decide',
    input: (_, { draft }) => ({ no: draft, approve: false }),
    may: overAll('safety_admin'),
  },
];
