// SPDX-License-Identifier: Apache-2.0
// One hold, one delay that waits for its second approval, one line in the register of what was deleted, and one address
// that a committee told its street of: so that none of these pages is empty. All of it is invented.
import { maskId } from '@lilong/contracts/mask';
import { placeRange, streetOf } from '@lilong/contracts/place-no';
import { sql, type Transaction } from 'kysely';
import type { Keys } from '../kernel/keys.ts';
import type { DB } from '../kernel/tables.ts';
import { selectDocument } from './objections/queries.ts';
import { lookOver } from './reach.ts';
import { openValue, sealValue } from './sealed.ts';

const HOME_COMMITTEE = 310101002001000; // 云南中路居委会
const dayMs = 86_400_000;

export interface Seeding {
  readonly keys: Keys;
  readonly now: Date;
}
interface Official {
  readonly account: number;
  readonly post: number;
  readonly organisation: number;
  readonly place: number;
  readonly role: string;
}

/** Without the demonstration's accounts nothing is done. */
export async function seedKeeping(db: Transaction<DB>, seeding: Seeding): Promise<void> {
  const [safety, district, worker] = [
    await selectOfficial(db, 'safety_admin'),
    await selectOfficial(db, 'district'),
    await selectOfficial(db, 'committee_worker'),
  ];
  const [one, other] = await selectPeople(db, seeding.now);
  if (safety === undefined || district === undefined || worker === undefined) return;
  if (one === undefined || other === undefined) return;
  await holdOne(db, seeding, safety, one);
  await delayOne(db, seeding, [district, safety], other);
  await forgetOne(db, seeding, worker, other); // what is held of the first one stays
  await tellDoor(db, seeding, worker);
}

/** The first of the landing page with this role. */
async function selectOfficial(db: Transaction<DB>, role: string): Promise<Official | undefined> {
  const { rows } = await sql<Official>`
    select p.account, p.no as post, p.organisation, o.place, p.role from identity.post p join identity.account a on a.no = p.account
    join places.organisation o on o.no = p.organisation where a.invented and p.role = ${role} order by p.no limit 1`.execute(
    db,
  );
  return rows[0];
}

/** Two of the home committee who are in no other story. */
async function selectPeople(db: Transaction<DB>, now: Date): Promise<number[]> {
  const { rows } = await sql<{ no: number }>`
    select r.no from registry.presence p join registry.person r on r.no = p.person
    where p.place = ${HOME_COMMITTEE}::bigint and p.role = 'lives' and p.to_on is null and not r.protected
      and r.born_on between (${now}::timestamptz - interval '55 years')::date and (${now}::timestamptz - interval '40 years')::date
      and not exists (select from registry.binding b where b.person = r.no)
    order by r.no desc limit 2`.execute(db);
  return rows.map(({ no }) => no);
}

async function maskedOf(db: Transaction<DB>, keys: Keys, person: number): Promise<string> {
  const document = await selectDocument({ db }, person);
  return document === undefined ? '' : maskId(openValue(keys, document));
}

/** States whose act it is, and about whom. */
async function stateAs(
  db: Transaction<DB>,
  now: Date,
  { account, organisation, place }: Official,
  persons: readonly number[],
): Promise<void> {
  const range = placeRange(HOME_COMMITTEE);
  await lookOver({ db, now }, [range], { persons, reader: account, suppliers: [organisation] });
  const { first, last } = placeRange(place);
  await sql`select set_config('lilong.offices', ${`{[${first},${last}]}`}, true)`.execute(db);
}

async function holdOne(db: Transaction<DB>, { keys, now }: Seeding, by: Official, person: number) {
  await stateAs(db, now, by, [person]);
  const reason = '黄浦区人民法院来函，案件审结前保存与本案有关的登记。（示例）';
  const number = await maskedOf(db, keys, person);
  await sql`
    insert into registry.hold (person, place, organisation, role, account, sealed, from_at, until_on)
    values (${person}, ${by.place}, ${by.organisation}, ${by.role}, ${by.account}, ${sealValue(keys, JSON.stringify({ reason, number }))},
      ${new Date(now.getTime() - 12 * dayMs)}::timestamptz, (${now}::timestamptz + interval '120 days')::date)`.execute(
    db,
  );
}

async function delayOne(
  db: Transaction<DB>,
  { keys, now }: Seeding,
  [asker, approver]: readonly [Official, Official],
  person: number,
): Promise<void> {
  await stateAs(db, now, asker, [person]);
  const basis = '监察法第十八条，调查期间暂缓告知。（示例）';
  const sealed = sealValue(
    keys,
    JSON.stringify({ basis, number: await maskedOf(db, keys, person) }),
  );
  const [asked, until] = [
    new Date(now.getTime() - 2 * dayMs),
    new Date(now.getTime() + 58 * dayMs),
  ];
  const { rows } = await sql<{ no: number }>`
    insert into registry.delay (person, organisation, place, role, asked_by, asked_at, until_at, sealed)
    values (${person}, ${asker.organisation}, ${asker.place}, ${asker.role}, ${asker.account}, ${asked}::timestamptz, ${until}::timestamptz, ${sealed})
    returning no`.execute(db);
  await stateAs(db, now, approver, [person]);
  await sql`insert into registry.delay_approval (delay, account, organisation, role, at)
    values (${rows[0]?.no}, ${approver.account}, ${approver.organisation}, ${approver.role}, ${new Date(now.getTime() - dayMs)}::timestamptz)`.execute(
    db,
  );
}

/** A look of four years ago is past its period: the program deletes it as it does every night. */
async function forgetOne(db: Transaction<DB>, { now }: Seeding, by: Official, person: number) {
  await stateAs(db, now, by, []);
  await sql`
    insert into registry.access (person, at, account, post, organisation, role, act, purpose, request)
    select ${person}, ${now}::timestamptz - interval '1500 days', ${by.account}, ${by.post}, ${by.organisation}, ${by.role}, 'card', 'daily', 'demo ' || nth
    from generate_series(1, 14) as nth`.execute(db);
  await sql`select registry.forget('access', ${now}::timestamptz, ${now}::timestamptz::date, 100)`.execute(
    db,
  );
}

async function tellDoor(db: Transaction<DB>, { now }: Seeding, by: Official): Promise<void> {
  const { rows } = await sql<{ line: string; number: string }>`
    select line, number from places.address where place = ${HOME_COMMITTEE} and lane is not null and number ~ '^[0-9]+号$' and status = 'in_use'
    order by length(line), line desc limit 1`.execute(db);
  const [near] = rows;
  if (near === undefined) return;
  const line = `${near.line.slice(0, -near.number.length)}88号`;
  const { first, last } = placeRange(HOME_COMMITTEE);
  await sql`select set_config('lilong.doors', ${`{[${first},${last}]}`}, true)`.execute(db);
  await sql`
    insert into registry.door_hint (street, place, line, organisation, account, at)
    values (${streetOf(HOME_COMMITTEE)}, ${HOME_COMMITTEE}, ${line}, ${by.organisation}, ${by.account}, ${new Date(now.getTime() - 3 * dayMs)}::timestamptz)`.execute(
    db,
  );
  await sql`select set_config('lilong.doors', '', true)`.execute(db);
}
