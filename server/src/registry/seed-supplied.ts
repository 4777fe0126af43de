// SPDX-License-Identifier: Apache-2.0
// What departments of the demonstration have supplied, as if each had sent one list: their page has something to show and
// to take back from the first click. All of it is invented.
import { placeRange } from '@lilong/contracts/place-no';
import { sql, type Transaction } from 'kysely';
import { json } from '../kernel/db.ts';
import type { Keys } from '../kernel/keys.ts';
import type { DB } from '../kernel/tables.ts';
import { lookOver } from './reach.ts';
import { batchDigestOf, digestOf, openValue, saidKeyOf } from './sealed.ts';
import { hexOf } from './seed-queries.ts';
import { mondayOf } from './supply/uses.ts';

const CITY = 310000000000000;
const dayMs = 86_400_000;
const suppliedDaysAgo = 20;
const name = '年初名单（示例）.xlsx';

interface Held {
  readonly no: number;
  readonly organisation: number;
  readonly code: string;
  /** Of the document's number. */
  readonly digest: Buffer;
}

/** Lists for the labels that departments say of the demonstration's people. */
export async function seedSupplied(db: Transaction<DB>, keys: Keys, now: Date): Promise<void> {
  const held = await selectHeld(db, keys, now);
  const bySupplier = [...Map.groupBy(held, ({ organisation }) => organisation)];
  const suppliers = bySupplier.map(([organisation]) => organisation);
  const persons = await selectPersons(db);
  await lookOver({ db, now }, [placeRange(CITY)], { persons, suppliers });
  for (const [organisation, labels] of bySupplier)
    await supplyAll(db, { keys, now, organisation, labels });
  await insertUses(db, now);
}

const selectPersons = async (db: Transaction<DB>): Promise<number[]> => {
  const { rows } = await sql<{ person: number }>`
    select distinct person from registry.presence`.execute(db);
  return rows.map(({ person }) => person);
};

async function selectHeld(db: Transaction<DB>, keys: Keys, now: Date): Promise<Held[]> {
  await lookOver({ db, now }, [placeRange(CITY)], { persons: await selectPersons(db) });
  const { rows } = await sql<
    Omit<Held, 'digest'> & { sealed: Uint8Array | null; number: Uint8Array }
  >`
    select l.no, l.organisation, l.code, l.sealed, k.sealed as number from registry.label l
    join places.organisation o on o.no = l.organisation and o.kind = 'district_department'
    join registry.person_key k on k.person = l.person and k.kind = 'id'
    where l.kind = 'shared' and l.valid_to is null and l.batch is null order by l.no`.execute(db);
  return rows.map(({ no, organisation, code, sealed, number }) => ({
    ...{ no, organisation },
    code: sealed === null ? code : (JSON.parse(openValue(keys, sealed)) as { code: string }).code, // written by the generator
    digest: digestOf(keys, 'id', openValue(keys, number)),
  }));
}

interface Supplying {
  readonly keys: Keys;
  readonly now: Date;
  readonly organisation: number;
  readonly labels: readonly Held[];
}
async function supplyAll(
  db: Transaction<DB>,
  { keys, now, organisation, labels }: Supplying,
): Promise<void> {
  const at = new Date(now.getTime() - suppliedDaysAgo * dayMs);
  const taken = Object.fromEntries(
    [...Map.groupBy(labels, ({ code }) => code)].map(([code, of]) => [code, of.length]),
  );
  const { rows } = await sql<{ no: number }>`
    insert into registry.label_batch (organisation, name, at, taken)
    values (${organisation}, ${name}, ${at}, ${json(taken)}) returning no`.execute(db);
  const batch = rows[0]?.no ?? 0;
  await sql`update registry.label set batch = ${batchDigestOf(keys, batch)}
    where no = any(${labels.map(({ no }) => no)}::bigint[])`.execute(db);
  const said = labels.map(({ code, digest }) => ({
    ...{ organisation, code, batch },
    key: hexOf(saidKeyOf(keys, { digest, code, organisation })),
  }));
  await sql`insert into registry.label_said (key, organisation, code, batch)
    select distinct on (key) key, organisation, code, batch
    from json_populate_recordset(null::registry.label_said, ${JSON.stringify(said)}::text::json)`.execute(
    db,
  );
}

/** Uses of two weeks by the home committee, for whoever supplies the label there. */
async function insertUses(db: Transaction<DB>, now: Date): Promise<void> {
  const week = mondayOf(new Date(now.getTime() - 7 * dayMs).toISOString().slice(0, 10));
  await sql`
    insert into registry.label_use (code, supplier, week, organisation, role, act, purpose, about, people, uses)
    select u.code, 0, ${week}::date, o.no, 'committee_worker', u.act, u.purpose, decode(repeat(u.about, 16), 'hex'), u.people, u.uses
    from (values ('low_income', 'crowd', 'daily', '01', 14, 3), ('low_income', 'export', 'visit', '02', 14, 1),
        ('low_income_edge', 'crowd', 'daily', '03', 6, 2)) as u (code, act, purpose, about, people, uses),
      places.organisation o where o.kind = 'committee' and o.place = 310101002001000`.execute(db);
}
