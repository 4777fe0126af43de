// SPDX-License-Identifier: Apache-2.0
// 楼组 of the demonstration's committee: its lanes but for the last, each with somebody who looks after it. Invented, and said to be.
import { placeRange } from '@lilong/contracts/place-no';
import { sql, type Transaction } from 'kysely';
import type { Keys } from '../kernel/keys.ts';
import { runLater } from '../kernel/pipelined.ts';
import type { DB } from '../kernel/tables.ts';
import { multirange } from './reach.ts';
import { sealValue } from './sealed.ts';

interface Seeding {
  readonly keys: Keys;
  readonly now: Date;
}

/** The caller has stated the place's range. */
export async function seedGroups(
  db: Transaction<DB>,
  place: number,
  { keys, now }: Seeding,
): Promise<void> {
  await runLater(
    db,
    sql`select set_config('lilong.offices', ${multirange([placeRange(place)])}, true)`,
  );
  const { rows } = await sql<{ no: number; nth: number }>`
    with lanes as (
      select road, lane, row_number() over (order by min(no)) as nth, count(*) over () as lanes
      from places.address where place = ${place} and lane is not null and status = 'in_use' group by road, lane),
    made as (
      insert into registry.building_group (street, place, name, from_on, source, recorded_at)
      select ${place}::bigint / 1000000, ${place}::bigint, '第' || (array['一', '二', '三', '四', '五', '六'])[nth] || '楼组',
        (${now}::timestamptz - interval '400 days')::date, '示例', ${now}::timestamptz
      from lanes where nth < greatest(lanes, 2) and nth <= 6 order by nth returning no, street, name),
    doors as (
      insert into registry.group_door (street, building_group, address, from_on)
      select m.street, m.no, a.no, (${now}::timestamptz - interval '400 days')::date
      from made m join lanes l on m.name = '第' || (array['一', '二', '三', '四', '五', '六'])[l.nth] || '楼组'
      join places.address a on a.place = ${place} and a.status = 'in_use' and a.road is not distinct from l.road and a.lane = l.lane)
    select no, row_number() over (order by no)::int as nth from made order by no`.execute(db);
  for (const { no, nth } of rows)
    await seedLeader(db, place, no, sealValue(keys, `5555100${nth}`), now);
}

/** A grown-up who lives behind one of its doors. */
async function seedLeader(
  db: Transaction<DB>,
  place: number,
  group: number,
  phone: Buffer,
  now: Date,
): Promise<void> {
  await sql`
    insert into registry.group_leader (street, building_group, place, person, name, phone, from_on, source, recorded_at)
    select d.street, d.building_group, ${place}::bigint, p.person, p.name, ${phone}::bytea,
      (${now}::timestamptz - interval '200 days')::date, '示例', ${now}::timestamptz
    from registry.group_door d join registry.home h on h.street = d.street and h.address = d.address
    join registry.presence p on p.street = h.street and p.home = h.no and p.role = 'lives' and p.to_on is null
    where d.street = ${place}::bigint / 1000000 and d.building_group = ${group} and not p.protected
      and p.born_on between (${now}::timestamptz - interval '72 years')::date and (${now}::timestamptz - interval '45 years')::date
      and not exists (select from registry.member m where m.person = p.person)
    order by p.person limit 1`.execute(db);
}
