// SPDX-License-Identifier: Apache-2.0
// What a chunk of lines about institutions reads and writes, in a few statements however many lines it has.
import type { PlaceRange } from '@lilong/contracts/place-no';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import type { Db } from '../../kernel/db.ts';
import { runLater } from '../../kernel/pipelined.ts';
import { multirange } from '../reach.ts';
import type { InstitutionRow, Sited } from './chunk-institutions.ts';

/** Members are seen by the ranges that are stated for them. */
export async function stateOffices({ db }: Ctx, range: PlaceRange): Promise<void> {
  await runLater(db, sql`select set_config('lilong.offices', ${multirange([range])}, true)`);
}

/** Those of these names, or these credit codes, at these places; the ended ones first. */
export async function selectInstitutionsAt(
  db: Db,
  sited: readonly Sited[],
): Promise<InstitutionRow[]> {
  const lines = sited.map(({ line, place }) => ({ place, name: line.name, credit: line.credit }));
  const { rows } = await sql<InstitutionRow>`
    select distinct i.* from json_to_recordset(${JSON.stringify(lines)}::text::json) as k (place bigint, name text, credit text)
    join registry.institution i on i.place = k.place and (i.name = k.name or i.credit_code = k.credit)
    order by i.to_on nulls last, i.no`.execute(db);
  return rows;
}

/** New ones get their numbers. */
export async function insertInstitutions(db: Db, rows: readonly InstitutionRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { rows: made } = await sql<Pick<InstitutionRow, 'no' | 'place' | 'kind' | 'name'>>`
    insert into registry.institution (street, place, kind, name, credit_code, address, phone, term_from, term_to, from_on, source, recorded_at)
    select street, place, kind, name, credit_code, address, phone, term_from, term_to, from_on, source, recorded_at
    from json_populate_recordset(null::registry.institution, ${JSON.stringify(rows)}::text::json)
    returning no, place, kind, name`.execute(db);
  const numbers = new Map(
    made.map(({ no, place, kind, name }) => [`${place} ${kind} ${name}`, no]),
  );
  for (const row of rows) row.no = numbers.get(`${row.place} ${row.kind} ${row.name}`) ?? 0;
}

export async function updateInstitutions(db: Db, rows: readonly InstitutionRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update registry.institution i set name = n.name, credit_code = n.credit_code, address = n.address, phone = n.phone,
      term_from = n.term_from, term_to = n.term_to, from_on = n.from_on, source = n.source, recorded_at = n.recorded_at
    from json_populate_recordset(null::registry.institution, ${JSON.stringify(rows)}::text::json) n
    where i.street = n.street and i.no = n.no`.execute(db);
}

export interface Seat {
  readonly street: number;
  readonly institution: number;
  readonly place: number;
  readonly name: string;
  readonly position: string;
  /** As `hexOf` writes bytes. */
  readonly phone: string | null;
  readonly from_on: string;
  readonly source: string;
  readonly recorded_at: Date;
}

/** Names and positions of those in office at these institutions. */
export async function selectSeated(
  db: Db,
  keys: readonly { readonly street: number; readonly no: number }[],
): Promise<Pick<Seat, 'institution' | 'name' | 'position'>[]> {
  const { rows } = await sql<Pick<Seat, 'institution' | 'name' | 'position'>>`
    select m.institution, m.name, m.position from json_to_recordset(${JSON.stringify(keys)}::text::json) as k (street int, no bigint)
    join registry.member m on m.street = k.street and m.institution = k.no and m.to_on is null`.execute(
    db,
  );
  return rows;
}

export async function insertSeats(db: Db, seats: readonly Seat[]): Promise<void> {
  if (seats.length === 0) return;
  await sql`
    insert into registry.member (street, institution, place, name, position, phone, from_on, source, recorded_at)
    select street, institution, place, name, position, phone, from_on, source, recorded_at
    from json_populate_recordset(null::registry.member, ${JSON.stringify(seats)}::text::json)`.execute(
    db,
  );
}
