// SPDX-License-Identifier: Apache-2.0
import type { PlaceLevel } from '@lilong/contracts/place-no';
import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';

/** A place as it stands, with its code of today. */
export interface Listed {
  readonly no: number;
  readonly code: string | null;
  readonly name: string;
  readonly validTo: string | null;
}
export interface TreeRow {
  readonly at: number;
  readonly no: number;
  readonly code: string;
  readonly name: string;
  readonly pinyin: string;
  readonly level: PlaceLevel;
  readonly parent: number | null;
  readonly validTo: string | null;
}

export async function selectListed(db: Db): Promise<Listed[]> {
  const { rows } = await sql<Listed>`
    select p.no, c.code, p.name, p.valid_to as "validTo" from places.place p
    left join places.official_code c on c.place = p.no and c.valid_to is null order by p.no`.execute(
    db,
  );
  return rows;
}

export async function insertListed(db: Db, rows: readonly TreeRow[], since: string): Promise<void> {
  const text = JSON.stringify(rows);
  await sql`
    insert into places.place (no, level, name, pinyin, parent, valid_from, valid_to)
    select no, level, name, pinyin, parent, least(${since}::date, "validTo"), "validTo"
    from json_to_recordset(${text}::text::json)
      as r (no bigint, level text, name text, pinyin text, parent bigint, "validTo" date)
    order by no`.execute(db);
  await sql`
    insert into places.official_code (place, code, valid_from)
    select no, code, least(${since}::date, "validTo")
    from json_to_recordset(${text}::text::json) as r (no bigint, code text, "validTo" date)`.execute(
    db,
  );
}

/** Corrects names; gives the last day to what closes. */
export async function renameAndClose(db: Db, rows: readonly TreeRow[]): Promise<void> {
  await sql`
    update places.place p set name = r.name, pinyin = r.pinyin, valid_to = coalesce(r."validTo", p.valid_to),
      valid_from = least(p.valid_from, coalesce(r."validTo", p.valid_from))
    from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as r (no bigint, name text, pinyin text, "validTo" date)
    where p.no = r.no`.execute(db);
}
