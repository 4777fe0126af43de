// SPDX-License-Identifier: Apache-2.0
// Homes and people for stories, written by the owner as an import would.
import { idCheckOf } from '@lilong/contracts/id-number';
import { streetOf } from '@lilong/contracts/place-no';
import { formatRef } from '@lilong/contracts/refs';
import { digestOf, keyOf, phoneEndOf, sealValue } from '../src/registry/sealed.ts';
import type { City } from './city.ts';

const reach = (place: number) =>
  `select set_config('lilong.ranges', '{[${place - (place % 1000)},${place - (place % 1000) + 999}]}', true);`;

/** A home at a committee or estate; returns its reference. */
export async function aHome(city: City, place: number, door: string): Promise<string> {
  const street = streetOf(place);
  const rows = await city.asOwner(`
    ${reach(place)}
    insert into registry.home (street, place, door) values (${street}, ${place}, '${door}') returning no;`);
  return formatRef('F', { street, no: Number(rows.find(({ no }) => no !== undefined)?.no) });
}

/** Somebody who was put somewhere, and all that finds them. */
export interface Put {
  readonly person: number;
  readonly place: number;
  readonly role: 'lives' | 'registered' | 'works' | 'owns';
  /** The last day there; none while it goes on. */
  readonly until: string | null;
  readonly protected: boolean;
  readonly name: string;
  readonly id: string;
  readonly phone: string;
  readonly door: string;
  readonly home: string;
  readonly household: string;
}
export type Drawn = Pick<Put, 'role' | 'until' | 'protected'>;

/** A city of a story, or a deployment of its own. */
interface Town {
  readonly asOwner: City['asOwner'];
  readonly host: Pick<City['host'], 'keys'>;
}

let count = 0;

/** Puts somebody with a home and a household of their own. */
export async function putPerson(city: Town, place: number, drawn: Drawn): Promise<Put> {
  count += 1;
  const named = [...String(count)].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('');
  const [name, door] = [`某${named}`, `试验路${count}弄1号`];
  const first = `310100198001${String(10 + (count % 19)).padStart(2, '0')}${String(count % 1000).padStart(3, '0')}`;
  const [id, phone] = [first + idCheckOf(first), `1390000${String(1000 + count).slice(-4)}`];
  const street = streetOf(place);
  const { keys } = city.host;
  const hex = (bytes: Buffer) => `'\\x${bytes.toString('hex')}'::bytea`;
  const rows = await city.asOwner(`
    ${reach(place)}
    select set_config('lilong.persons', '{' || nextval(pg_get_serial_sequence('registry.person', 'no')) || '}', true);
    insert into registry.person (no, name, pinyin, sex, born_on, source, recorded_at, protected)
      select (registry.persons())[1], '${name}', 'mou ${count}', 1, '1980-01-10', 'test', '2026-01-01', ${drawn.protected};
    insert into registry.person_key (kind, digest, person, document, sealed) select k.kind, k.digest, (registry.persons())[1], k.document, k.sealed
      from (values ('id', '${keyOf(digestOf(keys, 'id', id))}'::uuid, '111', ${hex(sealValue(keys, id))}),
        ('phone', '${keyOf(digestOf(keys, 'phone', phone))}'::uuid, null, ${hex(sealValue(keys, phone))})) k (kind, digest, document, sealed);
    insert into registry.home (street, place, door) values (${street}, ${place}, '${door}');
    insert into registry.household (street, place, home, kind, from_on)
      select ${street}, ${place}, no, 'living', '2020-01-01' from registry.home where street = ${street} and door = '${door}';
    insert into registry.presence (street, place, person, role, home, household, relation, standing, name, pinyin, sex, born_on,
        phone_end, protected, from_on, to_on, source, recorded_at)
      select ${street}, ${place}, (registry.persons())[1], '${drawn.role}', h.no, u.no, '02', 1, '${name}', 'mou ${count}', 1, '1980-01-10',
        ${hex(phoneEndOf(keys, street, phone.slice(-4)))}, ${drawn.protected}, '2020-01-01',
        ${drawn.until === null ? 'null' : `'${drawn.until}'`}, 'test', '2026-01-01'
      from registry.home h join registry.household u on u.street = h.street and u.home = h.no where h.street = ${street} and h.door = '${door}';
    insert into registry.label (person, code, kind, organisation, valid_from, verified_at)
      select (registry.persons())[1], 'needs_care', 'collected', 1, '2026-01-01', '2026-01-01';
    select (registry.persons())[1] as person, h.no as home, u.no as household from registry.home h
      join registry.household u on u.street = h.street and u.home = h.no where h.street = ${street} and h.door = '${door}';`);
  const made = rows.find((row) => row.household !== undefined);
  return {
    person: Number(made?.person),
    place,
    ...drawn,
    name,
    id,
    phone,
    door,
    home: formatRef('F', { street, no: Number(made?.home) }),
    household: formatRef('H', { street, no: Number(made?.household) }),
  };
}
