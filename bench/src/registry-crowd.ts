// SPDX-License-Identifier: Apache-2.0
// How soon a crowd of three conditions stands on the screen: by name over a street, as counts over a whole district.
import type { Size } from './benches.ts';
import { type Asked, type Loaded, load } from './load.ts';
import { peopled } from './peopled.ts';
import { startBare, startProgram } from './programs.ts';
import { byTurns, type Figure, type Found, figure } from './rounds.ts';
import type { City, Town } from './town.ts';

const STREET = 1e6;
const DISTRICT = 1e9;
/** 80 and older, third floor or higher, no lift. */
const conditions = { role: 'lives', ageFrom: 80, floorFrom: 3, lift: false };

const ask = (headers: string, what: 'people' | 'count'): Asked => ({
  method: 'POST',
  path: `/api/registry/crowds/${what}`,
  headers,
  body: JSON.stringify({ conditions }),
});

export async function registryCrowd(city: City, size: Size): Promise<Found> {
  const { town, figures } = await peopled(city, size);
  const [street, inStreet] = await largest(town, STREET);
  const [district, inDistrict] = await largest(town, DISTRICT);
  const worker = await town.signIn('committee_worker', street);
  const leader = await town.signIn('district', district);
  const program = await startProgram('serve', town);
  const url = town.environment.DATABASE_ADMIN_URL ?? '';
  const bare = await startBare({
    ...town,
    environment: { ...town.environment, DATABASE_URL: url },
  });
  // One at a time: what is promised is how long somebody waits.
  const run = (port: number, asked: Asked) => () =>
    load({ port, connections: 1, seconds: size.seconds, next: () => asked });
  const found = await byTurns(size.rounds, {
    names: run(program.port, ask(worker, 'people')),
    floor: run(bare.port, { method: 'GET', path: `/crowds/${street}`, headers: '' }),
    counts: run(program.port, ask(leader, 'count')),
  });
  await program.stop();
  await bare.stop();
  return {
    figures: [
      ...figures,
      figure('people of the district', inDistrict, ''),
      figure('people of the street', inStreet, ''),
      ...told('a crowd of the street, by name', found.names),
      ...told('the same by a bare query', found.floor),
      ...told('a crowd of the district, as counts by committee', found.counts),
    ],
    ratio: found.names.perSecond / found.floor.perSecond,
  };
}

const told = (what: string, { p50, p99 }: Loaded): Figure[] => [
  figure(`${what}, p50`, p50, 'ms'),
  figure(`${what}, p99`, p99, 'ms'),
];

/** Where most live, of all streets or districts: the place, and how many. */
async function largest({ owner }: Town, part: number): Promise<[number, number]> {
  const { rows } = await owner.run(`
    select place / ${part}::int8 as part, count(*)::int as living from registry.presence
    where role = 'lives' and to_on is null group by 1 order by 2 desc limit 1`);
  return [Number(rows[0]?.part) * part, Number(rows[0]?.living)];
}
