// SPDX-License-Identifier: Apache-2.0
// The invented people of the demonstration, in a few statements.
import type { Role } from '@lilong/contracts/identity';
import { sql } from 'kysely';
import type { Db } from '../kernel/db.ts';

export interface OrganisationFound {
  readonly no: number;
  readonly kind: string;
  readonly name: string;
  readonly place: number;
}
/** Somebody invented: a resident with a committee, or staff with a post. */
export interface Person {
  readonly name: string;
  readonly committee?: number;
  readonly role?: Role;
  readonly organisation?: number;
  readonly place?: number;
}

export async function selectOrganisations(db: Db): Promise<OrganisationFound[]> {
  return db
    .selectFrom('places.organisation')
    .where('valid_to', 'is', null)
    .select(['no', 'kind', 'name', 'place'])
    .orderBy('no')
    .execute();
}

export async function selectCommittees(db: Db, street: number): Promise<number[]> {
  const rows = await db
    .selectFrom('places.place')
    .where('parent', '=', street)
    .select('no')
    .orderBy('no')
    .execute();
  return rows.map(({ no }) => no);
}

/** Accounts without a password: nobody enters by one, only through a door of the demonstration. */
export async function insertPeople(db: Db, people: readonly Person[], now: Date): Promise<void> {
  const rows = people.map((person, index) => ({
    ...person,
    at: index,
    login: person.role === undefined ? null : `demo-${String(index + 1).padStart(5, '0')}`,
  }));
  const record = sql`json_to_recordset(${JSON.stringify(rows)}::text::json)
    as r (at int, login text, name text, committee bigint, role text, organisation bigint, place bigint)`;
  await sql`
    insert into identity.account (kind, login, name, committee, invented, made_at)
    select case when login is null then 'resident' else 'staff' end, login, name, committee, true, ${now}::timestamptz
    from ${record} order by at`.execute(db);
  await sql`
    insert into identity.post (account, organisation, role, places, status, valid_from, made_at)
    select a.no, r.organisation, r.role, array[r.place], 'approved', ${now}::timestamptz, ${now}::timestamptz
    from ${record} join identity.account as a on lower(a.login) = r.login order by r.at`.execute(
    db,
  );
  await sql`analyze identity.account, identity.post`.execute(db);
}
