// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Db } from '../kernel/db.ts';
import type { OrganisationToSave } from './organisations.ts';

export async function upsertOrganisation(
  db: Db,
  { kind, name, place, phone, hours }: OrganisationToSave,
  since: string,
): Promise<number> {
  const { rows } = await sql<{ no: number }>`
    insert into places.organisation as o (kind, name, place, phone, hours, valid_from, generated)
    values (${kind}, ${name}, ${place}, ${phone}, ${hours}, ${since}::date, false)
    on conflict (name, place) where valid_to is null
    do update set phone = coalesce(excluded.phone, o.phone), hours = coalesce(excluded.hours, o.hours)
    returning no`.execute(db);
  const [saved] = rows;
  if (saved === undefined) throw new Error('an organisation was neither made nor found');
  return saved.no;
}

export async function updateOrganisation(
  db: Db,
  no: number,
  phone: string | null,
  hours: string | null,
): Promise<void> {
  await db.updateTable('places.organisation').set({ phone, hours }).where('no', '=', no).execute();
}
