// SPDX-License-Identifier: Apache-2.0
// Whoever is bound to an account of the demonstration holds an office: invented, and said to be.
import type { PlaceRange } from '@lilong/contracts/place-no';
import { sql, type Transaction } from 'kysely';
import { runLater } from '../kernel/pipelined.ts';
import type { DB } from '../kernel/tables.ts';
import { multirange } from './reach.ts';

/** Members are seen by the ranges that are stated for them. */
export async function stateOffices(db: Transaction<DB>, range: PlaceRange): Promise<void> {
  await runLater(db, sql`select set_config('lilong.offices', ${multirange([range])}, true)`);
}

/** Whoever is bound to an account finds an office of theirs in 我的数据. */
export async function seatBound(db: Transaction<DB>, now: Date): Promise<void> {
  await sql`
    insert into registry.member (street, institution, place, person, name, position, from_on, source, recorded_at)
    select i.street, i.no, i.place, p.person, p.name, '领唱', (${now}::timestamptz - interval '2 years')::date, '示例', ${now}::timestamptz
    from registry.binding b join registry.presence p on p.person = b.person and p.role = 'lives' and p.to_on is null
    join registry.institution i on i.place = p.place and i.name like '%合唱队'
    where b.ended_at is null`.execute(db);
}
