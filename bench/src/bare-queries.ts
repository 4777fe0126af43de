// SPDX-License-Identifier: Apache-2.0
// The statements of the floor: those of server/src/cases as they are without rights.
import { type Kysely, sql } from 'kysely';

export type BareDb = Kysely<Record<string, never>>;
export interface Said {
  readonly place: number;
  readonly address: string;
  readonly words: string;
  readonly photos: readonly number[];
  readonly category?: string;
  readonly point?: { lon: number; lat: number };
}

/** Case, report and first flow entry, as `insertOpened` has them. */
export async function writeReport(db: BareDb, said: Said, now: Date): Promise<object> {
  const due = new Date(now.getTime() + 2 * 3_600_000);
  const { lon, lat } = said.point ?? { lon: null, lat: null };
  return db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ street: number; caseNo: number; reportNo: number }>`
      with opened as (
        insert into cases.case (street, place, state, title, address, point, channel, category, reported_at, answer_due, due_at)
        values (${Math.floor(said.place / 1e6)}, ${said.place}, 'reported', ${said.words.slice(0, 40)}, ${said.address},
          st_setsrid(st_makepoint(${lon}::float8, ${lat}::float8), 4326), 'home', ${said.category ?? null}, ${now}, ${due}, ${due})
        returning street, no
      ), said as (
        insert into cases.report (street, case_no, born_in, account, channel, at, words)
        select street, no, no, 1, 'home', ${now}::timestamptz, ${said.words}::text from opened returning street, no, case_no
      ), step as (
        insert into cases.flow (street, case_no, step, at, move, kind, state, round, by_account, by_role, facts)
        select street, no, 1, ${now}::timestamptz, 'report', 'forward', 'reported', 1, 1, 'resident', '{}' from opened
      )
      select street, case_no as "caseNo", no as "reportNo" from said`.execute(transaction);
    return { ...rows[0], answerDue: due };
  });
}

export interface Taken {
  readonly services: readonly string[];
  readonly priority?: string;
}
let tickets = 0;

/** One row with all its columns in a transaction, as `writeReport`; numbered here, on a day when nobody stands in line. */
export async function writeTicket(
  db: BareDb,
  { services, priority }: Taken,
  now: Date,
): Promise<object> {
  tickets += 1;
  const no = tickets;
  return db.transaction().execute(async (transaction) => {
    const { rows } = await sql<object>`
    insert into counters.ticket (street, centre, organisation, place, day, letter, seq, state, services, left_over, priority,
      taken_at, line_at, account, token_hash)
    values (310101002, ${1 + (no % 287)}, 1, 310101002000000, '2026-01-01', 'A', ${1_000_000 + no}, 'taken',
      ${[...services]}::text[], ${[...services]}::text[], ${priority ?? null}, ${now}, ${now}, null, ${`bare ${no} ${now.getTime()}`})
    returning no, seq`.execute(transaction);
    return rows[0] ?? {};
  });
}

export interface Received {
  readonly person: number;
  readonly item: string;
  readonly materials: readonly object[];
}
/** What a form of the general kind weighs when it is sealed, and what a consent to its six values says of each. */
const sealed = Buffer.alloc(838, 'z');
const taken = { what: 'value', key: 'person.name', name: '姓名', nameEn: 'Name', ref: null };
const takes = JSON.stringify(
  Array.from({ length: 6 }, () => ({ ...taken, source: '演示数据（示例）', hash: 'f'.repeat(64) })),
);
/**
 * Every row of the domain that an acceptance writes, with all the columns that the program fills, as one statement of one
 * transaction: application, its three steps, the consent, the grant that it gives, two lines of 谁看过. Nothing is looked up,
 * and the kernel's rows (event, audit, the remembered reply) are not among them, as they are not in the other floors.
 */
export async function writeApplication(
  db: BareDb,
  { person, item, materials }: Received,
  now: Date,
): Promise<object> {
  const due = new Date(now.getTime() + 14 * 86_400_000);
  const until = new Date(now.getTime() + 730 * 86_400_000);
  return db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ sealed: Buffer }>`
      with made as (
        insert into affairs.application (street, item, item_row, item_name, department, kind, mode, state, person, name, pinyin, place, channel,
          receive_org, accept_org, decide_org, deliver_org, custodian_org, turn_org, sealed, materials, deliver_by, promised, legal,
          started_at, applied_at, received_at, accepted_at, changed_at, clock, due_at, legal_due)
        values (310101002, 'bare', 0, '示例事项', 'civil', 'promised', 'forwarded', 'accepted', -nextval('affairs.application_no_seq'), '示例', 'shi li',
          310101002000000, 'counter', 1, 1, 1, 1, 1, 1, ${sealed}, ${JSON.stringify(materials)}::jsonb, 'window', '10WD', '20WD',
          ${now}, ${now}, ${now}, ${now}, ${now}, 'promise', ${due}, ${due}) returning *
      ), steps as (
        insert into affairs.step (street, application, at, did, state, organisation, role, account, due_at)
        select street, no, ${now}, did, 'accepted', 1, 'counter_clerk', 1, ${due} from made, unnest(array['submit', 'receive', 'accept']) as did
      ), agreed as (
        insert into affairs.consent (street, application, item, how, takes, account, reason, organisation, at)
        select street, no, item, 'told', ${takes}::jsonb, 1, 'affair', 1, ${now} from made
      ), granted as (
        insert into registry.access_grant (person, organisation, purpose, matter, from_at, until_at)
        select ${person}::bigint, 1, 'affair', 'A310101002-' || no, ${now}, ${until} from made
      ), looked as (
        insert into registry.access (person, at, account, post, organisation, role, act, elements, purpose, request)
        select ${person}::bigint, ${now}, 1, 1, 1, 'counter_clerk', 'card', elements, 'affair', 'bare'
        from made, (values ('{}'::text[]), ('{agreed}')) as used (elements)
      )
      select made.*, ${item} as asked from made`.execute(transaction);
    const { sealed: _, ...shown } = rows[0] ?? {};
    return shown;
  });
}

let calls = 0;
/** Whoever is first in the line of a hall is called again and again: one row found and changed, as "next" does. */
export async function callNext(
  db: BareDb,
  centre: number,
  now: Date,
): Promise<{ number: string; window: string; at: Date; times: number }> {
  calls += 1;
  const number = `Z${calls}`;
  await sql`
    update counters.ticket set calls = calls + 1, called_at = ${now} where (street, no) = (
      select street, no from counters.ticket where centre = ${centre}::bigint and state in ('taken', 'transferred')
      order by line_at, no limit 1 for update skip locked)`.execute(db);
  return { number, window: '1号窗口', at: now, times: 1 };
}

/** Twenty open cases below a district, soonest promise first, and how many there are. */
export async function readLines(db: BareDb, district: number): Promise<object> {
  const wanted = sql`c.ended_at is null and c.place between ${sql.lit(district)} and ${sql.lit(district + 999_999_999)}`;
  const streets = sql`street between ${sql.lit(district / 1e6)} and ${sql.lit(district / 1e6 + 999)}`;
  const { rows } = await sql<{ total: number }>`
    select t.total, l.* from (
      select coalesce((select sum(open) from cases.tally where ${streets}), 0)
        + (select coalesce(sum(delta), 0) from cases.tally_change where ${streets}) as total
    ) t left join (
      select c.street, c.no, c.place, c.state, c.round, c.version, c.title, c.address, c.channel, c.category, c.category_name,
        c.reports, c.photo, c.organisation, c.crew, c.reported_at, c.due_at, c.ended_at, c.paused_until, c.provisional, c.urgent,
        c.supervised, c.adjudication, c.dispatched_at, c.returns, c.question, c.others_may_see, c.merged_into,
        p.name as "placeName", o.name as "organisationName", st_x(c.point) as lon, st_y(c.point) as lat
      from (
        select c.street, c.no from cases.case c where ${wanted} order by c.due_at asc nulls last, c.no asc limit 21
      ) k join cases.case c on c.street = k.street and c.no = k.no
      join places.place p on p.no = c.place left join places.organisation o on o.no = c.organisation
      order by c.due_at asc nulls last, c.no asc
    ) l on true`.execute(db);
  return { cases: rows.slice(0, 20), total: Number(rows[0]?.total ?? 0) };
}

/** A case with everything that hangs on it. */
export async function readCase(db: BareDb, street: number, no: number): Promise<object> {
  const own = sql`where x.street = c.street and x.case_no = c.no`;
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (transaction) => {
      const { rows } = await sql<object>`
      select c.*, p.name as "placeName", p.pinyin as "placePinyin", o.name as "organisationName", st_x(c.point) as lon, st_y(c.point) as lat,
        (select coalesce(jsonb_agg(to_jsonb(x) - 'street' order by x.no), '[]') from cases.report x ${own} and not x.withdrawn) as "reportRows",
        (select coalesce(jsonb_agg(to_jsonb(x) order by x.no), '[]') from cases.photo x ${own}) as "photoRows",
        (select coalesce(jsonb_agg(to_jsonb(x) || jsonb_build_object(
            'by_organisation', (select name from places.organisation where no = x.by_organisation),
            'by_name', (select name from identity.account where no = x.by_account and kind = 'staff')) order by x.step), '[]') from cases.flow x ${own}) as "flowRows",
        (select coalesce(jsonb_agg(to_jsonb(x) - 'street' order by x.no), '[]') from cases.delay x ${own}) as "delayRows",
        (select jsonb_build_object('no', x.no, 'reason', x.reason, 'askedAt', x.asked_at, 'status', x.status, 'reviews', x.reviews) from cases.appeal x ${own}) as appeal,
        (select coalesce(jsonb_agg(jsonb_build_object('no', m.no, 'title', m.title, 'category', m.category, 'category_name', m.category_name) order by m.no), '[]') from cases.case m where m.street = c.street and m.merged_into = c.no) as "mergedRows",
        (select coalesce(jsonb_agg(g.name order by g.kind, g.no), '[]') from places.grid g
          where st_intersects(g.geom, c.point) and g.valid_from <= current_date and (g.valid_to is null or g.valid_to >= current_date)) as "gridNames",
        (select x.grade from cases.rating x ${own} order by x.no desc limit 1) as grade,
        (select name from identity.account where no = c.crew) as "crewName",
        (select reply from cases.hotline h where h.street = c.street and h.no = c.no) as hotline
      from cases.case c join places.place p on p.no = c.place left join places.organisation o on o.no = c.organisation
      where c.street = ${street} and c.no = ${no}`.execute(transaction);
      return rows[0] ?? {};
    });
}

/** Whoever has the number, with what a list shows of them. */
export async function readByDigest(db: BareDb, digest: string): Promise<object> {
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (transaction) => {
      const { rows } = await sql<object>`
      select p.street, p.person, p.role, p.home, p.standing, p.name, p.sex, p.born_on, p.labels, h.door, l.name as "placeName",
        case when p.labels is null then '{}' else array(
          select k.code from registry.label k where k.person = p.person and k.valid_to is null and k.look_again < current_date) end as due
      from registry.presence p join places.place l on l.no = p.place
      left join registry.home h on h.street = p.street and h.no = p.home
      where p.to_on is null and p.role in ('lives', 'registered')
        and p.person in (select k.person from registry.person_key k where k.kind = 'id' and k.digest = ${digest}::uuid)
      order by p.pinyin, p.person, p.role limit 41`.execute(transaction);
      return { people: rows };
    });
}

/** Old people of a street on a third floor or higher without a lift: the first page of them, and how many. */
export async function readCrowd(db: BareDb, street: number): Promise<object> {
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (transaction) => {
      const { rows } = await sql<object>`
      select p.*, h.door, l.name as "placeName", count(*) over () as total
      from registry.presence p join registry.home h on h.street = p.street and h.no = p.home
      join places.place l on l.no = p.place
      where p.place between ${street} and ${street + 999_999} and p.to_on is null and p.role = 'lives'
        and p.born_on <= (current_date - interval '80 years') and h.floor >= 3 and h.lift = false
      order by p.pinyin, p.person limit 51`.execute(transaction);
      return { people: rows };
    });
}
