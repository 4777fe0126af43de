// SPDX-License-Identifier: Apache-2.0
// One of the demonstration's people stands in the registry twice, as happens when an old file of 户口簿 has no numbers: so that
// 可能是同一人 has something to show. Invented like the others.
import { sql, type Transaction } from 'kysely';
import type { DB } from '../kernel/tables.ts';
import { lookOver } from './reach.ts';
import { nextPersonOf } from './seed-queries.ts';

/** The caller has stated the place's range. */
export async function seedTwin(db: Transaction<DB>, place: number, now: Date): Promise<void> {
  const range = { first: place, last: place + 999 };
  const person = await nextPersonOf(db);
  await lookOver({ db, now }, [range], { persons: [person] });
  await sql`
    with one as (
      select p.* from registry.presence p join registry.household u on u.street = p.street and u.no = p.household
      where p.place = ${place}::bigint and p.role = 'lives' and p.to_on is null and p.standing = 1
        and exists (select from registry.person_key k where k.person = p.person and k.kind = 'id')
        and p.born_on between '1975-01-01' and '1990-01-01' and p.labels is null
        and not exists (select from registry.member m where m.person = p.person)
      order by p.person limit 1),
    elsewhere as (
      select u.street, u.home from registry.household u, one
      where u.place = one.place and u.kind = 'living' and u.to_on is null and u.home <> one.home order by u.no limit 1),
    made as (
      insert into registry.person (no, name, pinyin, sex, born_on, source, recorded_at)
      select ${person}::bigint, name, pinyin, sex, born_on, '示例', ${now}::timestamptz from one returning no)
    insert into registry.presence (street, place, person, role, home, standing, name, pinyin, sex, born_on,
      from_on, source, recorded_at)
    select one.street, one.place, made.no, 'registered', elsewhere.home, 3, one.name, one.pinyin, one.sex, one.born_on,
      (${now}::timestamptz - interval '3000 days')::date, '示例', ${now}::timestamptz from one, elsewhere, made`.execute(
    db,
  );
}
