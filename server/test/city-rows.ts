// SPDX-License-Identifier: Apache-2.0
// Rows that the people of a story need before they can act.
import type { Role } from '@lilong/contracts/identity';
import type { Db } from '../src/kernel/db.ts';

/** A place or an organisation; `place` is where it is, a place itself. */
export interface Known {
  readonly no: number;
  readonly name: string;
  readonly place: number;
}

const CITY = 310000000000000;
const HUANGPU = 310101000000000;
const NANJING_EAST = 310101002000000;
const YUNNAN_MIDDLE = 310101002001000;

/** Where somebody is, and in what kind of office, when the story does not say. */
const seats: Readonly<Record<Role, { at: number; kind: string; named?: string }>> = {
  committee_worker: { at: YUNNAN_MIDDLE, kind: 'committee' },
  dispatcher: { at: NANJING_EAST, kind: 'grid_centre' },
  checker: { at: NANJING_EAST, kind: 'grid_centre' },
  street_leader: { at: NANJING_EAST, kind: 'street_office' },
  counter_clerk: { at: NANJING_EAST, kind: 'service_centre' },
  centre_manager: { at: NANJING_EAST, kind: 'service_centre' },
  department_officer: { at: HUANGPU, kind: 'district_department', named: '绿化和市容管理局' },
  crew: { at: HUANGPU, kind: 'district_department', named: '绿化和市容管理局' },
  district: { at: HUANGPU, kind: 'district_centre' },
  city: { at: CITY, kind: 'city_office' },
  item_owner: { at: CITY, kind: 'city_office', named: '民政局' },
  system_admin: { at: CITY, kind: 'city_office' },
  safety_admin: { at: CITY, kind: 'city_office' },
  auditor: { at: CITY, kind: 'city_office' },
};

export function homeOf(role: Role | undefined): number {
  return role === undefined ? YUNNAN_MIDDLE : seats[role].at;
}

/** The office at `place` that has such a post; any office there when none of the usual kind is. */
export async function officeFor(db: Db, role: Role, place: number): Promise<Known> {
  const { kind, named = '' } = seats[role];
  const rows = await db
    .selectFrom('places.organisation')
    .where('place', '=', place)
    .select(['no', 'name', 'place', 'kind'])
    .orderBy('no')
    .execute();
  const usual = rows.filter((row) => row.kind === kind);
  return only(usual.find((row) => row.name.includes(named)) ?? usual[0] ?? rows[0], place);
}

export async function selectPlace(db: Db, name: string | number): Promise<Known> {
  const rows = await db
    .selectFrom('places.place')
    .where(typeof name === 'number' ? 'no' : 'name', '=', name)
    .select(['no', 'name', 'no as place'])
    .limit(2)
    .execute();
  return only(rows.length === 1 ? rows[0] : undefined, name);
}

/** By number, by whole name, or by what a single name contains. */
export async function selectOffice(db: Db, name: string | number): Promise<Known> {
  let query = db.selectFrom('places.organisation').select(['no', 'name', 'place']);
  query =
    typeof name === 'number'
      ? query.where('no', '=', name)
      : query.where('name', 'like', `%${name}%`);
  const rows = await query.limit(20).execute();
  return only(rows.length === 1 ? rows[0] : rows.find((row) => row.name === name), name);
}

function only<R>(row: R | undefined, wanted: string | number): R {
  if (row === undefined) throw new Error(`not exactly one: ${wanted}`);
  return row;
}

export async function insertTestAccount(
  db: Db,
  name: string,
  role: Role | undefined,
  committee: number,
  now: Date,
): Promise<{ account: number; login: string | null }> {
  const count = await db
    .selectFrom('identity.account')
    .select((from) => from.fn.max('no').as('most'))
    .executeTakeFirst();
  return db
    .insertInto('identity.account')
    .values({
      kind: role === undefined ? 'resident' : 'staff',
      login: role === undefined ? null : `${role}-${Number(count?.most ?? 0) + 1}`,
      name,
      password_hash: null,
      phone_sealed: null,
      phone_digest: null,
      committee: role === undefined ? committee : null,
      locked_until: null,
      made_at: now,
      ended_at: null,
    })
    .returning(['no as account', 'login'])
    .executeTakeFirstOrThrow();
}

export async function insertTestPost(
  db: Db,
  { place, ...post }: { account: number; role: Role; organisation: number; place: number },
  now: Date,
): Promise<number> {
  const { no } = await db
    .insertInto('identity.post')
    .values({
      ...post,
      places: [place],
      status: 'approved',
      valid_from: now,
      valid_to: null,
      lent_from: null,
      proposed_by: null,
      decided_by: null,
      reason: null,
      made_at: now,
    })
    .returning('no')
    .executeTakeFirstOrThrow();
  return no;
}
