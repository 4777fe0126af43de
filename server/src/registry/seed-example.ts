// SPDX-License-Identifier: Apache-2.0
// What the search proposes to try finds somebody in the demonstration: 王小妹, behind the door 1号501, with a telephone that ends in
// 5678. She is one of the invented people, under another name.
import { placeRange } from '@lilong/contracts/place-no';
import { sql, type Transaction } from 'kysely';
import type { Keys } from '../kernel/keys.ts';
import type { DB } from '../kernel/tables.ts';
import { personPinyin } from './person-pinyin.ts';
import { lookOver } from './reach.ts';
import { digestOf, keyOf, phoneEndOf, sealValue } from './sealed.ts';

const NAME = '王小妹';
/** Of the synthetic range, and of no committee. */
const PHONE = '16499995678';

interface Somebody {
  readonly person: number;
  readonly street: number;
}

/** The caller has stated the place's range. Where nobody lives behind such a door nothing is done. */
export async function seedExample(
  db: Transaction<DB>,
  place: number,
  { keys, now }: { readonly keys: Keys; readonly now: Date },
): Promise<void> {
  const found = await behindTheDoor(db, place);
  if (found === undefined) return;
  const { person, street } = found;
  await lookOver({ db, now }, [placeRange(place)], { persons: [person] });
  const pinyin = personPinyin(NAME);
  await sql`update registry.person set name = ${NAME}, pinyin = ${pinyin} where no = ${person}`.execute(
    db,
  );
  await sql`
    update registry.presence set name = ${NAME}, pinyin = ${pinyin},
      phone_end = ${phoneEndOf(keys, street, PHONE.slice(-4))} where person = ${person}`.execute(
    db,
  );
  await sql`
    update registry.person_key set digest = ${keyOf(digestOf(keys, 'phone', PHONE))},
      sealed = ${sealValue(keys, PHONE)} where person = ${person} and kind = 'phone'`.execute(db);
}

/** A woman with a telephone who is nobody else in the demonstration. */
async function behindTheDoor(db: Transaction<DB>, place: number): Promise<Somebody | undefined> {
  const { rows } = await sql<Somebody>`
    select p.person, p.street from registry.presence p
    join registry.home h on h.street = p.street and h.no = p.home
    where p.place = ${place}::bigint and p.role = 'lives' and p.to_on is null and p.sex = 2 and p.phone_end is not null
      and h.door like '%弄1号501室' and not exists (select from registry.binding b where b.person = p.person)
    order by p.born_on, p.person limit 1`.execute(db);
  return rows[0];
}
