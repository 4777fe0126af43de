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
    order by cardinality(p.labels) desc, p.person limit 1`.execute(db);
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
