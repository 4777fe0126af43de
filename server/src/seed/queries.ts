// SPDX-License-Identifier: Apache-2.0
// What the demonstration's life needs to know of the city. Nothing here writes.
import type { Role } from '@lilong/contracts/identity';
import { sql } from 'kysely';
import type { Db } from '../kernel/db.ts';

export interface Door {
  readonly place: number;
  readonly road: string | null;
  readonly lane: string | null;
  readonly line: string;
  readonly lon: number;
  readonly lat: number;
}
export interface PostFound {
  readonly no: number;
  readonly account: number;
  readonly role: Role;
  readonly organisation: number;
  readonly place: number;
}
export interface Lead {
  readonly category: string;
  readonly place: number;
  readonly lead: number | null;
  readonly assisting: number[];
}

export async function hasCases(db: Db): Promise<boolean> {
  const found = await db.selectFrom('cases.case').select('no').limit(1).executeTakeFirst();
  return found !== undefined;
}

/** One process lives through the days; another that starts beside it waits, and then finds them lived. */
export async function waitForOthers(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(771002)`.execute(db);
}

/** All committees of `home`, and so many of every district, always the same ones. */
export async function selectCommittees(db: Db, home: number, ofEach: number): Promise<number[]> {
  const { rows } = await sql<{ no: number }>`
    select no from (
      select p.no, p.parent, row_number() over (partition by p.no / 1000000000 order by md5(p.no::text)) as nth
      from places.place p where p.level = 'committee' and p.valid_to is null) as known
    where parent = ${home} or nth <= ${ofEach} order by no`.execute(db);
  return rows.map(({ no }) => no);
}

/** So many addresses of each committee; a few have none. */
export async function selectDoors(
  db: Db,
  committees: readonly number[],
  ofEach: number,
): Promise<Door[]> {
  const { rows } = await sql<Door>`
    select place, road, lane, line, st_x(point) as lon, st_y(point) as lat from (
      select a.*, row_number() over (partition by a.place order by md5(a.line)) as nth
      from places.address a where a.place = any(${[...committees]}::bigint[])) as known
    where nth <= ${ofEach} order by place, nth`.execute(db);
  return rows;
}

/** Invented posts at these places, the oldest first: those behind the doors of the landing page lead. */
export async function selectPosts(db: Db, places: readonly number[]): Promise<PostFound[]> {
  const { rows } = await sql<PostFound>`
    select p.no, p.account, p.role, p.organisation, p.places[1] as place
    from identity.post p join identity.account a on a.no = p.account
    where a.invented and p.status = 'approved' and p.places[1] = any(${[...places]}::bigint[]) order by p.no`.execute(
    db,
  );
  return rows;
}

/** Invented residents; the first is the one behind the door. */
export async function selectResidents(db: Db): Promise<number[]> {
  const rows = await db
    .selectFrom('identity.account')
    .where('kind', '=', 'resident')
    .where('invented', '=', true)
    .select('no')
    .orderBy('no')
    .execute();
  return rows.map(({ no }) => no);
}

/** The responsibility list for these categories at these places. */
export async function selectLeads(
  db: Db,
  categories: readonly string[],
  places: readonly number[],
): Promise<Lead[]> {
  const { rows } = await sql<Lead>`
    select category, place, lead, assisting from places.duty
    where category = any(${[...categories]}::text[]) and place = any(${[...places]}::bigint[])
      and status = 'approved' and valid_to is null order by no`.execute(db);
  return rows;
}

/** The request for more time that waits on a case. */
export async function selectWaitingDelay(
  db: Db,
  key: { street: number; no: number },
): Promise<number | undefined> {
  const found = await db
    .selectFrom('cases.delay')
    .where('street', '=', key.street)
    .where('case_no', '=', key.no)
    .where('status', '=', 'asked')
    .select('no')
    .executeTakeFirst();
  return found?.no;
}
