// SPDX-License-Identifier: Apache-2.0
// Who uses the city for a day: residents who are bound to somebody of the registry, a clerk in every hall, offices.
import type { Keys } from '@lilong/server/kernel/keys';
import { openValue } from '@lilong/server/registry/sealed';
import { openHalls, seatClerks } from '../halls.ts';
import type { Peopled } from '../peopled.ts';
import type { Town } from '../town.ts';

/** Applies at home; the account and whom it is bound to. */
export interface Resident {
  readonly headers: string;
  readonly place: number;
}
/** Comes to a counter with a document. */
export interface Visitor {
  readonly person: number;
  readonly number: string;
}
export interface Hall {
  readonly centre: number;
  readonly street: number;
  readonly window: number;
  readonly clerk: string;
}
export interface People {
  readonly residents: readonly Resident[];
  readonly visitors: readonly Visitor[];
  readonly halls: readonly Hall[];
  /** In posts of their own: what a desk reads. */
  readonly dispatchers: readonly string[];
  readonly workers: readonly { readonly headers: string; readonly names: readonly string[] }[];
  readonly reviewers: readonly string[];
}

export async function gather({ town, keys }: Peopled, count: number): Promise<People> {
  const residents = await residentsOf(town, count);
  return {
    residents,
    visitors: await visitorsOf(town, keys, count),
    halls: await hallsOf(town),
    dispatchers: await postsOf(town, 'dispatcher', 'street', 16),
    workers: await workersOf(town),
    reviewers: await postsOf(town, 'department_officer', 'district', 16),
  };
}

/** Where somebody is registered and where they live there is a centre. */
const hasCentre = (row: string) =>
  `exists (select from counters.centre c where c.kind = 'centre' and c.place = ${row}.place / 1000000 * 1000000)`;
const grownUp = `l.role = 'lives' and l.to_on is null and not l.protected and l.born_on < current_date - 20 * 365
  and exists (select from registry.person_key k where k.person = l.person and k.kind = 'phone') and ${hasCentre('l')}
  and exists (select from registry.presence r where r.person = l.person and r.role = 'registered' and r.to_on is null
    and ${hasCentre('r')})`;

/** Signed in, each bound to somebody who lives there as a worker's look at their document binds them. */
async function residentsOf(town: Town, count: number): Promise<Resident[]> {
  const { rows } = await town.owner.run(`
    select min(l.place) as place, l.person from registry.presence l where ${grownUp} and l.person % 2 = 0
    group by l.person order by l.person * 7919 % 1000003 limit ${count}`);
  const residents: Resident[] = [];
  for (const { place } of rows)
    residents.push({ headers: await town.signIn(undefined, Number(place)), place: Number(place) });
  await town.owner.run(`
    insert into registry.binding (person, account, document, seen_by, organisation, role, seen_at, bound_at, used_at)
    select p.person, a.no, '111', 1, 1, 'committee_worker', now(), now(), now()
    from unnest(array[${rows.map(({ person }) => person).join()}]::bigint[]) with ordinality as p (person, at)
    join (select no, row_number() over (order by no) as at from identity.account where kind = 'resident' and name = '压测') a using (at)`);
  return residents;
}

async function visitorsOf(town: Town, keys: Keys, count: number): Promise<Visitor[]> {
  const { rows } = await town.owner.run(`
    select l.person, min(k.sealed::text)::bytea as sealed from registry.presence l
    join registry.person_key k on k.person = l.person and k.kind = 'id'
    where ${grownUp} and l.person % 2 = 1 group by l.person order by l.person * 7919 % 1000003 limit ${count}`);
  return rows.map(({ person, sealed }) => ({
    person: Number(person),
    number: openValue(keys, sealed as Uint8Array),
  }));
}

async function hallsOf(town: Town): Promise<Hall[]> {
  const centres = await openHalls(town);
  const clerks = await seatClerks(town, centres);
  const { rows } = await town.owner.run('select no, place from counters.centre');
  const placeOf = new Map(rows.map(({ no, place }) => [Number(no), Number(place)]));
  return clerks.map(({ centre, window, headers }) => ({
    ...{ centre, window, clerk: headers },
    street: placeOf.get(centre) ?? 0,
  }));
}

/** Somebody in the post at so many places of a level. */
async function postsOf(
  town: Town,
  role: Parameters<Town['signIn']>[0],
  level: string,
  most: number,
): Promise<string[]> {
  const { rows } = await town.owner.run(
    `select no from places.place p where level = '${level}' and exists (select from places.organisation o where o.place = p.no)
     order by no % 997, no limit ${most}`,
  );
  const headers: string[] = [];
  for (const { no } of rows) headers.push(await town.signIn(role, Number(no)));
  return headers;
}

const WORKERS = 16;
async function workersOf(town: Town): Promise<{ headers: string; names: string[] }[]> {
  const { rows } = await town.owner.run(`
    select place, (array_agg(name order by person))[1:50] as names from registry.presence
    where role = 'lives' and to_on is null and not protected group by place order by place % 997, place limit ${WORKERS}`);
  const workers: { headers: string; names: string[] }[] = [];
  for (const { place, names } of rows) {
    const headers = await town.signIn('committee_worker', Number(place));
    workers.push({ headers, names: names as string[] });
  }
  return workers;
}
