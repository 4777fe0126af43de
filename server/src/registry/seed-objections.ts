// SPDX-License-Identifier: Apache-2.0
// A few objections of the demonstration, so that no page of theirs is empty: one that waits, one that is late, two that
// were answered. All of it is invented.
import { maskId, maskMiddle } from '@lilong/contracts/mask';
import { placeRange } from '@lilong/contracts/place-no';
import { sql, type Transaction } from 'kysely';
import type { Keys } from '../kernel/keys.ts';
import type { DB } from '../kernel/tables.ts';
import { selectDocument } from './objections/queries.ts';
import { sealWords } from './objections/sealed-words.ts';
import { lookOver } from './reach.ts';
import { openValue } from './sealed.ts';

const HOME_COMMITTEE = 310101002001000; // 云南中路居委会
const HUANGPU = 310101000000000;
const dayMs = 86_400_000;
/** Ten working days without a holiday. */
const answerMs = 14 * dayMs;

interface Sample {
  readonly element: string;
  readonly proposed: string;
  readonly evidence: string;
  /** Days ago. */
  readonly filed: number;
  readonly answered?: number;
  readonly reason?: string;
  /** By whoever is bound to the account behind the resident’s door. */
  readonly own?: true;
}
const samples: readonly Sample[] = [
  {
    ...{ element: 'person.born_on', proposed: '1951-03-08', filed: 3 },
    evidence: '上门走访时看过户口簿，出生日期和这里的不一样。（示例）',
  },
  {
    ...{ element: 'person.registered_in', proposed: '320000', filed: 20 },
    evidence: '本人说户口没有迁过来，户口簿上是江苏。（示例）',
  },
  {
    ...{ element: 'person.nation', proposed: '03', filed: 40, answered: 34 },
    evidence: '身份证上是回族。（示例）',
  },
  {
    ...{ element: 'person.registered_in', proposed: '330000', filed: 25, answered: 16, own: true },
    evidence: '我原来的户口在浙江。（示例）',
    reason: '核对户籍底册，您的户口 1998 年已经迁到黄浦区。有疑问请带户口簿到派出所。（示例）',
  },
];

interface Around {
  readonly worker: number;
  readonly organisation: number;
  readonly police: number;
}
/** Without the demonstration's accounts and departments nothing is done. */
export async function seedObjections(db: Transaction<DB>, keys: Keys, now: Date): Promise<void> {
  const around = await selectAround(db);
  const [people, own] = [await selectPeople(db, now), await selectOwn(db)];
  if (around === undefined || own === undefined) return;
  for (const [nth, sample] of samples.entries()) {
    const person = sample.own === true ? own : people[nth];
    if (person !== undefined) await insertSample(db, { keys, now, around, person, sample });
  }
}

async function selectAround(db: Transaction<DB>): Promise<Around | undefined> {
  const { rows } = await sql<Around>`
    select p.account as worker, p.organisation, o.no as police
    from identity.post p join identity.account a on a.no = p.account, places.organisation o
    where a.invented and p.role = 'committee_worker' and ${HOME_COMMITTEE}::bigint = any (p.places)
      and o.place = ${HUANGPU}::bigint and o.name like '%公安分局%' and o.valid_to is null
    order by p.no limit 1`.execute(db);
  return rows[0];
}

interface Somebody {
  readonly no: number;
  readonly account: number;
  readonly name: string;
  readonly born_on: string | null;
  readonly nation: string | null;
  readonly registered_in: string | null;
}
/** Grown-ups with a document and a 户籍 that is known, in an order that stays. */
async function selectPeople(db: Transaction<DB>, now: Date): Promise<Somebody[]> {
  const { rows } = await sql<Somebody>`
    select r.*, 0 as account from registry.presence p join registry.person r on r.no = p.person
    where p.place = ${HOME_COMMITTEE}::bigint and p.role = 'lives' and p.to_on is null and not r.protected
      and r.registered_in is not null and r.born_on < (${now}::timestamptz - interval '60 years')::date
      and not exists (select from registry.binding b where b.person = r.no)
    order by r.no limit ${samples.length}`.execute(db);
  return rows;
}

async function selectOwn(db: Transaction<DB>): Promise<Somebody | undefined> {
  const { rows } = await sql<Somebody>`
    select r.*, b.account from registry.binding b join registry.person r on r.no = b.person
    where b.ended_at is null order by b.no limit 1`.execute(db);
  return rows[0];
}

interface Written {
  readonly keys: Keys;
  readonly now: Date;
  readonly around: Around;
  readonly person: Somebody;
  readonly sample: Sample;
}
async function insertSample(
  db: Transaction<DB>,
  { keys, now, around, person, sample }: Written,
): Promise<void> {
  const { element, proposed, evidence, answered, reason } = sample;
  const filed = new Date(now.getTime() - sample.filed * dayMs);
  const column = element.replace('person.', '') as 'born_on' | 'nation' | 'registered_in'; // those of the samples
  await lookOver({ db, now }, [placeRange(HOME_COMMITTEE)], { persons: [person.no] });
  const document = await selectDocument({ db }, person.no);
  const number = document === undefined ? null : maskId(openValue(keys, document));
  const sealed = sealWords(
    { keys },
    {
      ...{ current: person[column], proposed, evidence, about: maskMiddle(person.name) },
      ...{ number, ...(reason === undefined ? {} : { reason }) },
    },
  );
  const ended = reason === undefined ? 'accepted' : 'rejected';
  await db
    .insertInto('registry.objection')
    .values({
      ...{ element, person: person.no, street: null, home: null, label: null, sealed },
      ...{ place: HOME_COMMITTEE, raised_by: sample.own === true ? 'person' : 'committee' },
      account: sample.own === true ? person.account : around.worker,
      organisation: sample.own === true ? null : around.organisation,
      source: around.police,
      state: answered === undefined ? 'open' : ended,
      filed_at: filed,
      due_at: new Date(filed.getTime() + answerMs),
      answered_at: answered === undefined ? null : new Date(now.getTime() - answered * dayMs),
    })
    .execute();
}
