// SPDX-License-Identifier: Apache-2.0
// Cases drawn at will, and who may see what of them: stated once more, from the issue and not from the
// policies, so that the two can disagree.
import { type CaseState, caseStates, endStates } from '@lilong/contracts/case-flow';
import { channels } from '@lilong/contracts/case-shapes';
import { isWithin, streetOf } from '@lilong/contracts/place-no';
import { formatRef } from '@lilong/contracts/refs';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { Somebody, World } from './permission-world.ts';

/** What a drawn case is like. */
export interface Drawn {
  readonly state: CaseState;
  /** The matter: one that others may see, or one that the city hides. */
  readonly hidden: boolean;
  /** Its category is named, also before anybody registered it. */
  readonly named: boolean;
  readonly channel: (typeof channels)[number];
  readonly byLin: boolean;
  readonly with: 'lead' | 'other' | 'nobody';
  readonly assists: boolean;
  readonly crewed: boolean;
  readonly releasedWords: boolean;
  readonly releasedPhotos: boolean;
}
export const drawn: fc.Arbitrary<Drawn> = fc.record({
  state: fc.constantFrom(...caseStates),
  hidden: fc.boolean(),
  named: fc.boolean(),
  channel: fc.constantFrom(...channels),
  byLin: fc.boolean(),
  with: fc.constantFrom('lead', 'other', 'nobody'),
  assists: fc.boolean(),
  crewed: fc.boolean(),
  releasedWords: fc.boolean(),
  releasedPhotos: fc.boolean(),
});

export interface DrawnCase extends Drawn {
  readonly place: number;
  readonly street: number;
  readonly no: number;
  readonly ref: string;
  readonly reportRef: string;
  readonly file: number;
  readonly delay: number;
  readonly category: string | null;
  /** Stands in the words, and nowhere else. */
  readonly mark: string;
  /** Stands in the address, and nowhere else. */
  readonly door: string;
  /** Its own point on the map, a finger’s breadth from the next. */
  readonly lon: number;
  readonly organisation: number | null;
  readonly assisting: readonly number[];
  readonly crew: number | null;
}

export const shownCategory = 'event-01-11'; // 积存垃圾渣土
export const hiddenCategory = 'community-25-04'; // 疑似家庭暴力
export const point = { lon: 121.48357, lat: 31.23253 };
const unregistered: readonly CaseState[] = [
  'reported',
  'pending_verify',
  'pending_register',
  'not_accepted',
];
export const isRegistered = ({ state }: Drawn): boolean => !unregistered.includes(state);
export const isOpen = ({ state }: Drawn): boolean => !endStates.includes(state);
let count = 0;

interface PutNumbers {
  readonly no: number;
  readonly report: number;
  readonly file: number;
  readonly delay: number;
}
/** All of a case that the database does not number. */
type UnputCase = Omit<DrawnCase, 'no' | 'ref' | 'reportRef' | 'file' | 'delay'>;

/** Puts a case into the database as it would stand there, with a report, a photo and a waiting request. */
export async function putCase(world: World, like: Drawn, place: number): Promise<DrawnCase> {
  const made = makeUp(world, like, place);
  const { report, file, delay, no } = await insertCase(world, made);
  const key = { street: made.street, no };
  const reportRef = formatRef('R', { street: made.street, no: report });
  const { kysely } = world.city.db;
  await sql`update kernel.file set subject = ${reportRef} where no = ${file}`.execute(kysely);
  await sql`update cases.case set photo = ${file} where street = ${key.street} and no = ${no}`.execute(
    kysely,
  );
  return { ...made, ...key, ref: formatRef('C', key), reportRef, file, delay };
}

function makeUp({ lead, other, crew }: World, like: Drawn, place: number): UnputCase {
  count += 1;
  const category = like.hidden ? hiddenCategory : shownCategory;
  return {
    ...like,
    place,
    street: streetOf(place),
    mark: `暗号甲${count}乙`,
    door: `暗门丙${count}丁`,
    lon: Math.round(point.lon * 1e7 + count) / 1e7,
    category: isRegistered(like) || like.named ? category : null,
    organisation: { lead, other, nobody: null }[like.with],
    assisting: like.assists ? [like.with === 'lead' ? other : lead] : [],
    crew: like.crewed && like.with === 'lead' ? crew.account : null,
  };
}

async function insertCase({ city, lin, photo }: World, made: UnputCase): Promise<PutNumbers> {
  const now = city.clock();
  const blob = await city.host.files.put(photo);
  const registered = isRegistered(made);
  const words = `${made.hidden ? '疑似家庭暴力' : '弄口生活垃圾成堆'}，${made.mark}`;
  const { rows } = await sql<PutNumbers>`
    with opened as (
      insert into cases.case (street, place, state, title, address, point, channel, category, category_name, organisation, assisting,
        crew, reported_at, answer_due, registered_at, due_at, others_may_see, released_words, released_photos, ended_at, outcome)
      values (${made.street}, ${made.place}, ${made.state}, ${words}, ${`南京东路 ${made.door}`}, st_setsrid(st_makepoint(${made.lon}, ${point.lat}), 4326),
        ${made.channel}, ${made.category}, ${made.category === null ? null : `类别${made.category}`}, ${made.organisation}::bigint, ${made.assisting}::bigint[],
        ${made.crew}::bigint, ${now}::timestamptz, ${now}::timestamptz + interval '1 day', ${registered ? now : null}::timestamptz,
        ${isOpen(made) ? now : null}::timestamptz + interval '1 day', ${registered && !made.hidden}, ${made.releasedWords}, ${made.releasedPhotos},
        ${isOpen(made) ? null : now}::timestamptz, ${isOpen(made) ? null : '结果'}::text)
      returning street, no
    ), said as (
      insert into cases.report (street, case_no, born_in, account, channel, at, words, me_too)
      select street, no, no, ${made.byLin ? lin.account : null}::bigint, ${made.channel}, ${now}::timestamptz, ${words}, false from opened returning street, no, case_no
    ), flow as (
      insert into cases.flow (street, case_no, step, at, move, kind, state, round, by_role, facts)
      select street, no, 1, ${now}::timestamptz, 'report', 'forward', ${made.state}, 1, 'resident', '{}' from opened
    ), waits as (
      insert into cases.delay (street, case_no, kind, until, reason, asked_at, asked_by)
      select street, no, 'extension', ${now}::timestamptz + interval '9 days', ${made.mark}, ${now}::timestamptz, 1 from opened returning no
    ), file as (
      insert into kernel.file (account, digest, kind, blob, mime, size_bytes, at)
      values (${lin.account}, 'x', 'photo', ${blob}, 'image/jpeg', ${photo.length}, ${now}::timestamptz) returning no
    )
    select said.case_no as no, said.no as report, file.no as file, waits.no as delay from said, file, waits`.execute(
    city.db.kysely,
  );
  const row = rows[0];
  if (row === undefined) throw new Error('no case was put');
  return row;
}

/** Version and state of a case: what must not change when somebody is refused. */
export async function standing({ city }: World, { street, no }: DrawnCase) {
  return city.db.kysely
    .selectFrom('cases.case')
    .where('street', '=', street)
    .where('no', '=', no)
    .select(['version', 'state', 'reports', 'released_words', 'supervised', 'question'])
    .executeTakeFirstOrThrow();
}

// Who may see what, in the words of the issue.

const roundPlace: readonly Somebody['role'][] = [
  'committee_worker',
  'dispatcher',
  'checker',
  'street_leader',
  'district',
  'city',
];
export const isAtPlace = ({ role, seat }: Somebody, { place }: DrawnCase): boolean =>
  roundPlace.includes(role) && isWithin(place, seat);
export const isLead = ({ role, organisation }: Somebody, one: DrawnCase): boolean =>
  role === 'department_officer' && one.organisation === organisation;
export const isReporter = ({ role, account }: Somebody, one: DrawnCase, { lin }: World): boolean =>
  role === 'resident' && one.byLin && account === lin.account;

/** The whole case: its reporter, the line above its place, the organisations and the crew that work on it. */
export function mayRead(world: World, somebody: Somebody, one: DrawnCase): boolean {
  const { role, organisation, account } = somebody;
  const assists = role === 'department_officer' && one.assisting.includes(organisation ?? 0);
  const works = role === 'crew' && one.crew === account;
  return (
    isAtPlace(somebody, one) ||
    isLead(somebody, one) ||
    assists ||
    works ||
    isReporter(somebody, one, world)
  );
}

/** Category, road, time and state: registered cases of categories that others may see. */
export const isNearby = (one: DrawnCase): boolean => isRegistered(one) && !one.hidden;
/** As a hint also before that; the category decides, or what the words look like. */
export const isHint = (one: DrawnCase): boolean => isOpen(one) && !one.hidden;
/** In Open311 also what was posted there under a service that others may see. */
export const isOpen311 = (one: DrawnCase): boolean =>
  isNearby(one) ||
  (one.channel === 'open311' && one.category === shownCategory && one.state !== 'not_accepted');
