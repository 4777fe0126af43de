// SPDX-License-Identifier: Apache-2.0
// The resident behind the door of the landing page is one of the demonstration's people, and has been looked at: her
// page has something to show from the first click. All of it is invented.
import { placeRange } from '@lilong/contracts/place-no';
import { sql, type Transaction } from 'kysely';
import { setLevel } from '../identity/index.ts';
import type { DB } from '../kernel/tables.ts';
import { personPinyin } from './person-pinyin.ts';
import { lookOver } from './reach.ts';

const HOME_COMMITTEE = 310101002001000; // 云南中路居委会
const dayMs = 86_400_000;
/** Ten o'clock in Shanghai, so many days ago: an office does not look at night. */
const morning = (now: Date, daysAgo: number): Date =>
  new Date((Math.floor(now.getTime() / dayMs) - daysAgo) * dayMs + 2 * 3_600_000);
const boundDaysAgo = 9;

interface Account {
  readonly no: number;
  readonly name: string;
}
interface Worker {
  readonly account: number;
  readonly post: number;
  readonly organisation: number;
}

/** Binds her to a neighbour of about her age, who takes her name. Without the demonstration's accounts nothing is done. */
export async function seedBound(db: Transaction<DB>, now: Date): Promise<void> {
  const [account, worker] = [await firstResident(db), await firstWorker(db)];
  const person = await somebodyOld(db, now);
  if (account === undefined || worker === undefined || person === undefined) return;
  const range = placeRange(HOME_COMMITTEE);
  await lookOver({ db, now }, [range], { persons: [person], reader: worker.account });
  await rename(db, person, account.name);
  await bindTo(db, { person, account: account.no, worker, now });
  await setLevel(db, account.no, 2);
  for (const look of looks) await insertLook(db, { person, worker, now, ...look });
  await seedKin(db, { person, account: account.no, worker, now });
}

async function firstResident(db: Transaction<DB>): Promise<Account | undefined> {
  return db
    .selectFrom('identity.account')
    .where('kind', '=', 'resident')
    .where('invented', '=', true)
    .where('committee', '=', HOME_COMMITTEE)
    .select(['no', 'name'])
    .orderBy('no')
    .executeTakeFirst();
}

async function firstWorker(db: Transaction<DB>): Promise<Worker | undefined> {
  const { rows } = await sql<Worker>`
    select p.account, p.no as post, p.organisation from identity.post p join identity.account a on a.no = p.account
    where a.invented and p.role = 'committee_worker' and ${HOME_COMMITTEE}::bigint = any (p.places)
    order by p.no limit 1`.execute(db);
  return rows[0];
}

/** A woman between 66 and 80 with a phone and as many labels as anybody. */
async function somebodyOld(db: Transaction<DB>, now: Date): Promise<number | undefined> {
  const { rows } = await sql<{ person: number }>`
    select p.person from registry.presence p where p.place = ${HOME_COMMITTEE}::bigint and p.role = 'lives' and p.sex = 2
      and p.standing = 1 and p.phone_end is not null
      and p.born_on between (${now}::timestamptz - interval '80 years')::date and (${now}::timestamptz - interval '66 years')::date
    order by cardinality(p.labels) desc nulls last, p.person limit 1`.execute(db);
  return rows[0]?.person;
}

async function rename(db: Transaction<DB>, person: number, name: string): Promise<void> {
  const pinyin = personPinyin(name);
  await sql`update registry.person set name = ${name}, pinyin = ${pinyin} where no = ${person}`.execute(
    db,
  );
  await sql`update registry.presence set name = ${name}, pinyin = ${pinyin} where person = ${person}`.execute(
    db,
  );
}

interface Joined {
  readonly person: number;
  readonly account: number;
  readonly worker: Worker;
  readonly now: Date;
}
async function bindTo(db: Transaction<DB>, { person, account, worker, now }: Joined) {
  const at = morning(now, boundDaysAgo);
  await sql`
    insert into registry.binding (person, account, document, seen_by, organisation, role, seen_at, bound_at, used_at)
    values (${person}, ${account}, '111', ${worker.account}, ${worker.organisation}, 'committee_worker',
      ${at}::timestamptz, ${at}::timestamptz, ${now}::timestamptz)`.execute(db);
}

/**
 * She is the guardian of somebody young next door, who lets another one of that household read, and somebody of her own
 * lets her read.
 */
async function seedKin(db: Transaction<DB>, { person, account, worker, now }: Joined) {
  const child = await aChild(db, now);
  const kin = await somebodyAtHome(db, person);
  const near = child === undefined ? undefined : await somebodyAtHome(db, child);
  const others = [child, kin, near].filter((one) => one !== undefined);
  const range = placeRange(HOME_COMMITTEE);
  await lookOver({ db, now }, [range], { persons: [person, ...others], reader: worker.account });
  const at = morning(now, boundDaysAgo);
  const until = new Date(now.getTime() + 80 * dayMs);
  if (child !== undefined)
    await sql`with made as (
        insert into registry.guardian (person, guardian, name, relation, proof, seen_by, organisation, role, seen_at, until_on)
        select ${child}::bigint, p.no, p.name, 'guardian', 'appointed', ${worker.account}::bigint, ${worker.organisation}::bigint, 'committee_worker',
          ${at}::timestamptz, (c.born_on + interval '18 years')::date - 1
        from registry.person p, registry.person c where p.no = ${person} and c.no = ${child} returning no, until_on)
      insert into registry.access_grant (person, account, purpose, matter, from_at, until_at)
      select ${child}::bigint, ${account}::bigint, 'guardian', 'guardian ' || no, ${at}::timestamptz, until_on + 1 from made`.execute(
      db,
    );
  if (child !== undefined && near !== undefined)
    await sql`
      insert into registry.consent (person, reason, item, to_person, to_name, code_until, given_at, until_at)
      select ${child}::bigint, 'family', 'own-data', p.no, p.name, ${at}::timestamptz, ${at}::timestamptz, ${until}::timestamptz
      from registry.person p where p.no = ${near}`.execute(db);
  if (kin !== undefined)
    await sql`with made as (
        insert into registry.consent (person, reason, item, to_person, to_name, code_until, given_at, until_at)
        select ${kin}::bigint, 'family', 'own-data', p.no, p.name, ${at}::timestamptz, ${at}::timestamptz, ${until}::timestamptz
        from registry.person p where p.no = ${person}
        union all
        select ${person}::bigint, 'family', 'own-data', p.no, p.name, ${at}::timestamptz, ${at}::timestamptz, ${until}::timestamptz
        from registry.person p where p.no = ${kin} returning no, person, until_at)
      insert into registry.access_grant (person, account, purpose, matter, from_at, until_at)
      select person, ${account}::bigint, 'family', 'consent ' || no, ${at}::timestamptz, until_at from made where person = ${kin}`.execute(
      db,
    );
}

/** Old enough to agree to something, and not of age; somebody keeps house with them. */
async function aChild(db: Transaction<DB>, now: Date): Promise<number | undefined> {
  const { rows } = await sql<{ person: number }>`
    select p.person from registry.presence p where p.place = ${HOME_COMMITTEE}::bigint and p.role = 'lives' and p.to_on is null
      and p.born_on between (${now}::timestamptz - interval '16 years')::date and (${now}::timestamptz - interval '9 years')::date
    order by p.person limit 1`.execute(db);
  return rows[0]?.person;
}

/** Somebody of age of the same household. */
async function somebodyAtHome(db: Transaction<DB>, person: number): Promise<number | undefined> {
  const { rows } = await sql<{ person: number }>`
    select q.person from registry.presence p join registry.presence q on q.street = p.street and q.household = p.household
    where p.person = ${person} and p.role = 'lives' and q.role = 'lives' and q.person <> p.person and p.to_on is null
      and q.to_on is null and q.born_on < '2005-01-01' order by q.person limit 1`.execute(db);
  return rows[0]?.person;
}

interface Look {
  readonly daysAgo: number;
  readonly act: 'card' | 'reveal' | 'change';
  readonly elements: readonly string[];
  readonly purpose: string;
}
const looks: readonly Look[] = [
  { daysAgo: 33, act: 'card', elements: [], purpose: 'daily' },
  { daysAgo: 33, act: 'reveal', elements: ['phone'], purpose: 'visit' },
  { daysAgo: 12, act: 'card', elements: [], purpose: 'daily' },
  { daysAgo: boundDaysAgo, act: 'change', elements: ['binding'], purpose: 'document-shown' },
];

interface Written extends Look {
  readonly person: number;
  readonly worker: Worker;
  readonly now: Date;
}
async function insertLook(db: Transaction<DB>, look: Written): Promise<void> {
  const { person, worker, act, elements, purpose } = look;
  const at = morning(look.now, look.daysAgo);
  await sql`
    insert into registry.access (person, at, account, post, organisation, role, act, elements, purpose, request)
    values (${person}, ${at}::timestamptz, ${worker.account}, ${worker.post}, ${worker.organisation}, 'committee_worker',
      ${act}, ${[...elements]}::text[], ${purpose}, 'seed')`.execute(db);
}
