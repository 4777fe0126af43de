// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Db } from '../kernel/db.ts';
import type { KnownPlace } from './named.ts';

/** All places in force, by number, with their official codes: what a table may name. */
export async function selectPlacesToName(db: Db): Promise<KnownPlace[]> {
  const { rows } = await sql<KnownPlace>`
    select p.no, p.name, c.code from places.place p
    left join places.official_code c on c.place = p.no and c.valid_to is null
    where p.valid_to is null`.execute(db);
  return rows;
}
