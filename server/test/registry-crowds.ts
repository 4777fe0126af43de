// SPDX-License-Identifier: Apache-2.0
// Households for stories of crowds, written by the owner as an import would.
import { placeRange, streetOf } from '@lilong/contracts/place-no';
import type { City } from './city.ts';

export interface Member {
  readonly name: string;
  readonly bornOn: string;
  readonly sex?: 1 | 2;
  readonly labels?: readonly string[];
  readonly standing?: number;
  readonly protected?: boolean;
}
export interface Kept {
  readonly floor?: number;
  readonly lift?: boolean;
  /** Stands behind the committee's first door that the city knows. */
  readonly known?: true;
  readonly people: readonly Member[];
}

/** Puts households, each into a home of its own at the committee. */
export async function putHouseholds(
  city: City,
  place: number,
  households: readonly Kept[],
): Promise<void> {
  const { first, last } = placeRange(place);
  await city.asOwner(`
    select set_config('lilong.ranges', '{[${first},${last}]}', true);
    ${households.map((one) => household(place, one)).join('\n')}`);
}

let doors = 0;
function household(place: number, { floor, lift, known, people }: Kept): string {
  doors += 1;
  const street = streetOf(place);
  const door = `试验路${doors}弄2号`;
  const address = known ? `(select min(no) from places.address where place = ${place})` : 'null';
  const members = people.map(
    ({ name, bornOn, sex = 1, labels = [], standing = 1, protected: hidden = false }, at) =>
      `('${name}', 'p${doors}${at}', ${sex}::smallint, '${bornOn}'::date, nullif('{${labels.join()}}'::text[], '{}'), ${standing}::smallint, ${hidden})`,
  );
  return `
    with h as (insert into registry.home (street, place, address, door, floor, lift)
        values (${street}, ${place}, ${address}, '${door}', ${floor ?? null}, ${lift ?? null}) returning no),
      u as (insert into registry.household (street, place, home, kind, from_on)
        select ${street}, ${place}, no, 'living', '2020-01-01' from h returning no, home)
    insert into registry.presence (street, place, person, role, home, household, standing, name, pinyin, sex, born_on, labels,
        protected, from_on, source, recorded_at)
      select ${street}, ${place}, nextval(pg_get_serial_sequence('registry.person', 'no')), 'lives', u.home, u.no, m.standing,
        m.name, m.pinyin, m.sex, m.born, m.labels, m.hidden, '2020-01-01', 'test', '2026-01-01'
      from u, (values ${members.join()}) m (name, pinyin, sex, born, labels, standing, hidden);`;
}
