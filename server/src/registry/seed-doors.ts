// SPDX-License-Identifier: Apache-2.0
// One of the demonstration's doors stands in the city twice, as happens when an old file writes a number with a nought before it:
// so that 可能是同一处 has something to show. Invented like the others.
import { sql, type Transaction } from 'kysely';
import type { DB } from '../kernel/tables.ts';
import { insertDoor, parseAddress } from '../places/index.ts';

/** The caller has stated the place's range. */
export async function seedDoorTwin(db: Transaction<DB>, place: number): Promise<void> {
  const { rows } = await sql<{ line: string; number: string }>`
    select line, number from places.address where place = ${place} and lane is not null and number ~ '^[0-9]号$'
    order by no limit 1`.execute(db);
  const [one] = rows;
  const line = one && `${one.line.slice(0, -one.number.length)}0${one.number}`;
  const address = line === undefined ? undefined : parseAddress(line);
  if (line === undefined || address === undefined) return;
  const door = await insertDoor({ db }, place, line, address);
  await sql`
    insert into registry.home (street, place, address, room, door)
    select ${place}::bigint / 1000000, ${place}::bigint, ${door}::bigint, room, ${line}::text || room from unnest('{101室,901室}'::text[]) as room`.execute(
    db,
  );
}
