// SPDX-License-Identifier: Apache-2.0
// What a chunk of lines has to know of the registry, in a few statements however many lines it has.
import type { PlaceRange } from '@lilong/contracts/place-no';
import { type SqlBool, sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import { selectAliases } from '../../places/index.ts';
import { keyOf } from '../sealed.ts';
import type { HomeRow, HouseholdRow, PersonRow, PresenceRow } from '../tables.ts';

/**
 * One chunk at a time: two would make somebody twice. Tables grow while a file comes in, and a plan is kept as it was
 * first made, also that of the checks of references: for each chunk they are made anew.
 */
export async function lockLoads(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(771022)`.execute(db);
  await sql`discard plans`.execute(db);
}

/** Numbers that nobody else will get. */
export async function takeNumbers(
  db: Db,
  table: 'person' | 'household' | 'home',
  count: number,
): Promise<number[]> {
  if (count === 0) return [];
  const { rows } = await sql<{ no: number }>`
    select nextval(sequence) as no from generate_series(1, ${count}::int),
      (select pg_get_serial_sequence(${`registry.${table}`}, 'no')::regclass as sequence offset 0) as found`.execute(
    db,
  );
  return rows.map(({ no }) => no);
}

export interface DoorKnown {
  readonly no: number;
  readonly place: number;
  readonly line: string;
  /** The line by which it was named: that of a door which became part of it, perhaps. */
  readonly named: string;
}
/** Doors of the city by their lines. */
export async function selectDoorsNamed(
  db: Db,
  lines: readonly string[],
  { first, last }: PlaceRange,
): Promise<DoorKnown[]> {
  const { rows } = await sql<DoorKnown>`
    select no, place, line, line as named from places.address
    where line = any(${[...lines]}::text[]) and status = 'in_use' and place between ${first} and ${last}`.execute(
    db,
  );
  const old = await selectAliases(
    { db },
    sql<SqlBool>`a.line = any(${[...lines]}::text[]) and a.place between ${first} and ${last}`,
  );
  const others = old.filter(({ no }) => !rows.some((row) => row.no === no));
  return [...rows, ...others.map(({ was, ...door }) => ({ ...door, named: was }))];
}

/** Streets in which a range lies. */
export async function selectStreets(db: Db, { first, last }: PlaceRange): Promise<number[]> {
  const { rows } = await sql<{ street: number }>`
    select distinct no / 1000000 as street from places.place
    where level in ('street', 'committee') and no between ${first} and ${last}`.execute(db);
  return rows.map(({ street }) => street);
}

export async function selectHomesAt(
  db: Db,
  streets: readonly number[],
  doors: readonly string[],
): Promise<HomeRow[]> {
  if (streets.length === 0 || doors.length === 0) return [];
  return (await db
    .selectFrom('registry.home')
    .selectAll()
    .where(sql<boolean>`street = any(${[...streets]}::int[]) and door = any(${[...doors]}::text[])`)
    .execute()) as HomeRow[];
}

type Key = Pick<HomeRow, 'street' | 'no'>;
const keys = (homes: readonly Key[]) =>
  sql`json_to_recordset(${JSON.stringify(
    homes.map(({ street, no }) => ({ street, no })),
  )}::text::json) as k (street int, no bigint)`;

/** Households that keep house in these homes, or stand in a book there, now. */
export async function selectHouseholdsIn(
  db: Db,
  homes: readonly Key[],
): Promise<Pick<HouseholdRow, 'street' | 'no' | 'home' | 'kind'>[]> {
  const { rows } = await sql<Pick<HouseholdRow, 'street' | 'no' | 'home' | 'kind'>>`
    select u.street, u.no, u.home, u.kind from ${keys(homes)}
    join registry.household u on u.street = k.street and u.home = k.no and u.to_on is null
    order by u.no desc`.execute(db);
  return rows;
}

/** Whose number has this digest; the caller has stated the digests to `lookOver`. */
export async function selectByNumber(
  db: Db,
  digests: readonly Buffer[],
): Promise<{ digest: string; person: number }[]> {
  const { rows } = await sql<{ digest: string; person: number }>`
    select digest, person from registry.person_key
    where kind = 'id' and digest = any(${digests.map(keyOf)}::uuid[])`.execute(db);
  return rows;
}

/** Who lives in these homes and has no number. */
export async function selectWithoutNumber(
  db: Db,
  homes: readonly Key[],
): Promise<Pick<PresenceRow, 'street' | 'home' | 'person' | 'name' | 'born_on'>[]> {
  const { rows } = await sql<Pick<PresenceRow, 'street' | 'home' | 'person' | 'name' | 'born_on'>>`
    select p.street, p.home, p.person, p.name, p.born_on from ${keys(homes)}
    join registry.presence p on p.street = k.street and p.home = k.no and p.to_on is null and p.role = 'lives'
    where not exists (select from registry.person_key n where n.person = p.person and n.kind = 'id')`.execute(
    db,
  );
  return rows;
}

/** People, locked in the order of their numbers. The caller has stated them to `lookOver`. */
export async function lockPeople(db: Db, nos: readonly number[]): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select * from registry.person where no = any(${[...nos]}::bigint[]) order by no for update`.execute(
    db,
  );
  return rows;
}

export async function selectCurrentOf(db: Db, nos: readonly number[]): Promise<PresenceRow[]> {
  const { rows } = await sql<PresenceRow>`
    select * from registry.presence where person = any(${[...nos]}::bigint[]) and to_on is null
    order by street, no`.execute(db);
  return rows;
}

export async function selectPhonesOf(
  db: Db,
  nos: readonly number[],
): Promise<{ person: number; digest: string; sealed: Buffer }[]> {
  const { rows } = await sql<{ person: number; digest: string; sealed: Buffer }>`
    select person, digest, sealed from registry.person_key
    where person = any(${[...nos]}::bigint[]) and kind = 'phone'`.execute(db);
  return rows;
}
