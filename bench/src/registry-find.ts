// SPDX-License-Identifier: Apache-2.0
// How soon a committee worker has whoever she asks for, among all people of a district; and what row-level
// security and the access log cost.
import type { Keys } from '@lilong/server/kernel/keys';
import { digestOf, openValue } from '@lilong/server/registry/sealed';
import type { Size } from './benches.ts';
import { CONNECTIONS } from './cases-report.ts';
import { type Asked, type Loaded, load } from './load.ts';
import { peopled } from './peopled.ts';
import { startBare, startProgram } from './programs.ts';
import { byTurns, type Figure, type Found, figure } from './rounds.ts';
import type { City, Town } from './town.ts';

const WORKERS = 40;
const STREET = 1e6;
/** Requests a second when nobody waits for another: every one of 48,000 workers asks each eight minutes. */
const ARRIVING = 100;

/** One of the district's committees: a worker signed in, and people whom she may look for. */
interface Office {
  readonly headers: string;
  /** Signed in for the whole street. */
  readonly ofStreet: string;
  readonly known: readonly Known[];
}
interface Known {
  readonly person: number;
  readonly id: string;
  readonly digest: string;
  readonly name: string;
  readonly initials: string;
  readonly door: string;
}
type Way = (office: Office, known: Known) => Asked;

const find = (headers: string, q: string): Asked => ({
  method: 'POST',
  path: '/api/registry/find',
  headers,
  body: JSON.stringify({ q }),
});
const ways = {
  id: ({ headers }, { id }) => find(headers, id),
  name: ({ headers }, { name }) => find(headers, name.slice(0, 2)),
  pinyin: ({ headers }, { initials }) => find(headers, initials),
  door: ({ ofStreet }, { door }) => find(ofStreet, door),
  card: ({ headers }, { person }) => ({
    method: 'GET',
    path: `/api/registry/people/${person}`,
    headers,
  }),
} as const satisfies Record<string, Way>;

export async function registryFind(city: City, size: Size): Promise<Found> {
  const { town, keys, figures } = await peopled(city, size);
  const offices = await officesOf(town, keys);
  const program = await startProgram('serve', town);
  const url = town.environment.DATABASE_ADMIN_URL ?? '';
  const bare = await startBare({
    ...town,
    environment: { ...town.environment, DATABASE_URL: url },
  });
  const run = runner(offices, size);
  const byDigest: Way = (_, { digest }) => ({
    method: 'GET',
    path: `/people/${digest}`,
    headers: '',
  });
  const { floor, ...ours } = await byTurns(size.rounds, {
    id: run(program.port, ways.id),
    floor: run(bare.port, byDigest),
    name: run(program.port, ways.name),
    pinyin: run(program.port, ways.pinyin),
    door: run(program.port, ways.door),
  });
  const steady = (way: Way) => run(program.port, way, ARRIVING);
  const waits = await byTurns(
    size.rounds,
    {
      ...{ id: steady(ways.id), name: steady(ways.name), pinyin: steady(ways.pinyin) },
      ...{ door: steady(ways.door), card: steady(ways.card) },
    },
    'p99',
  );
  const measure = async () =>
    byTurns(size.rounds, { id: run(program.port, ways.id), card: run(program.port, ways.card) });
  const costs = await costsOf(town, measure);
  await program.stop();
  await bare.stop();
  return {
    figures: [
      ...figures,
      ...Object.entries(ours).flatMap(([way, loaded]) => told(`found by ${way}`, loaded)),
      ...told('found by a bare query', floor),
      ...Object.entries(waits).flatMap(([way, { p50, p99 }]) => [
        figure(`${ARRIVING} a second, by ${way}, p50`, p50, 'ms'),
        figure(`${ARRIVING} a second, by ${way}, p99`, p99, 'ms'),
      ]),
      ...costs,
    ],
    ratio: ours.id.perSecond / floor.perSecond,
  };
}

type Run = (port: number, way: Way, arriving?: number) => () => Promise<Loaded>;

/** Asks for one known person after another, of all offices by turns. */
const runner =
  (offices: readonly Office[], { seconds }: Size): Run =>
  (port, way, arriving) => {
    let asked = 0;
    const next = (): Asked => {
      asked += 1;
      const office = offices[asked % offices.length];
      const known =
        office?.known[Math.floor((asked * 7919) / offices.length) % office.known.length];
      if (office === undefined || known === undefined) throw new Error('nobody lives there');
      return way(office, known);
    };
    const asking = { port, connections: CONNECTIONS, seconds, next };
    return () => load(arriving === undefined ? asking : { ...asking, arriving });
  };

const told = (what: string, { perSecond, p50, p99 }: Loaded): Figure[] => [
  figure(what, perSecond, 'per s'),
  figure(`${what}, p50`, p50, 'ms'),
  figure(`${what}, p99`, p99, 'ms'),
];

type Both = Record<'id' | 'card', Loaded>;

/** The same without each of the two, in percent of the time without it. */
async function costsOf({ owner }: Town, measure: () => Promise<Both>): Promise<Figure[]> {
  const both = await measure();
  await owner.run('create rule unlogged as on insert to registry.access do instead nothing');
  const unlogged = await measure();
  await owner.run('drop rule unlogged on registry.access');
  const { rows } = await owner.run(
    "select oid::regclass::text as name from pg_class where relnamespace = 'registry'::regnamespace and relrowsecurity",
  );
  for (const { name } of rows) await owner.run(`alter table ${name} disable row level security`);
  const open = await measure();
  for (const { name } of rows) await owner.run(`alter table ${name} enable row level security`);
  const percent = (without: Loaded, withIt: Loaded) =>
    100 * (without.perSecond / withIt.perSecond - 1);
  return [
    figure('a person’s card', both.card.perSecond, 'per s'),
    figure('a person’s card, p99', both.card.p99, 'ms'),
    figure('row-level security costs finding by number', percent(open.id, both.id), '%'),
    figure('row-level security costs a card', percent(open.card, both.card), '%'),
    figure('the access log costs a card', percent(unlogged.card, both.card), '%'),
  ];
}

async function officesOf(town: Town, keys: Keys): Promise<Office[]> {
  const { rows: places } = await town.owner.run(`
    select place, count(*) as count from registry.presence where role = 'lives' and to_on is null
    group by place order by place % 997, place limit ${WORKERS}`);
  const offices: Office[] = [];
  for (const { place } of places) {
    const at = Number(place);
    const { rows } = await town.owner.run(`
      select p.person, p.name, p.initials, h.door, k.sealed from registry.presence p
      join registry.home h on h.street = p.street and h.no = p.home
      join registry.person_key k on k.person = p.person and k.kind = 'id'
      where p.place = ${at} and p.role = 'lives' and p.to_on is null and not p.protected order by p.person % 997, p.person limit 300`);
    const street = Math.floor(at / STREET) * STREET;
    offices.push({
      headers: await town.signIn('committee_worker', at),
      ofStreet: await town.signIn('committee_worker', street),
      known: rows.map(({ person, name, initials, door, sealed }) => {
        const id = openValue(keys, sealed as Uint8Array);
        return {
          person: Number(person),
          ...{ id, digest: digestOf(keys, 'id', id).toString('hex') },
          ...{ name: String(name), initials: String(initials), door: String(door) },
        };
      }),
    });
  }
  return offices;
}
