// SPDX-License-Identifier: Apache-2.0
// Applications received and accepted at the counters of a street: prefilled from the registry through the visit's
// grant, answers and values sealed, clocks started, logged for the person and audited, the whole page in the reply. The floor
// writes every row of the domain that this writes, consent and grant too, knows everything beforehand, and audits nothing.
import type { Size } from './benches.ts';
import { CONNECTIONS } from './cases-report.ts';
import { fillPast } from './fill-affairs.ts';
import { type Asked, load } from './load.ts';
import { peopled } from './peopled.ts';
import { startBare, startProgram } from './programs.ts';
import { byTurns, type Found, figure } from './rounds.ts';
import type { City, Town } from './town.ts';

export async function affairsAccept(city: City, size: Size): Promise<Found> {
  const { town } = await peopled(city, size);
  await fillPast(town.owner, size.fewAffairs);
  const applications = await applicationsOf(town, size.people);
  const [accepts, inserts] = [once(applications), overAndOver(applications)];
  const program = await startProgram('serve', town);
  const url = town.environment.DATABASE_ADMIN_URL ?? '';
  const bare = await startBare({
    ...town,
    environment: { ...town.environment, DATABASE_URL: url },
  });
  const run = (port: number, next: () => Asked) => () =>
    load({ port, connections: CONNECTIONS, seconds: size.seconds, next });
  const { ours, floor } = await byTurns(size.rounds, {
    ours: run(program.port, accepts),
    floor: run(bare.port, () => ({ ...inserts(), path: '/applications' })),
  });
  const memory = program.memoryMb();
  const { rows } = await town.owner.run(`
    select count(*) filter (where state = 'accepted') as accepted, count(*) as there from affairs.application where turn_org is not null`);
  await program.stop();
  await bare.stop();
  await town.owner.run('truncate affairs.application, affairs.step cascade');
  return {
    figures: [
      figure('accepted', ours.perSecond, 'per s'),
      figure('inserted by the bare handler', floor.perSecond, 'per s'),
      figure('p50 at 16 connections', ours.p50, 'ms'),
      figure('p99 at 16 connections', ours.p99, 'ms'),
      figure('p99 of the bare handler', floor.p99, 'ms'),
      figure('accepted at once', Number(rows[0]?.accepted) / Number(rows[0]?.there), 'of all'),
      figure('memory of the program', memory, 'MB'),
    ],
    ratio: ours.perSecond / floor.perSecond,
  };
}

type Numbered = (no: number) => Asked | undefined;

/** Nobody applies for the same thing twice. */
function once(applications: Numbered): () => Asked {
  let no = 0;
  return () => {
    const asked = applications(no);
    if (asked === undefined) throw new Error('too few people for so many applications');
    no += 1;
    return asked;
  };
}

/** To the floor they are all the same. */
function overAndOver(applications: Numbered): () => Asked {
  let next = once(applications);
  let left = 0;
  return () => {
    if (left === 0) [next, left] = [once(applications), A_WHILE];
    left -= 1;
    return next();
  };
}
const A_WHILE = 1000;

/** A clerk of each centre, with the people of its street before them, each for every item that is applied for with papers alone. */
async function applicationsOf(town: Town, visitors: number): Promise<Numbered> {
  const clerks = await clerksOf(town);
  const items = await itemsOf(town);
  const visits = await visitsOf(town, clerks, visitors);
  return (no) => {
    const visit = visits[no % visits.length];
    const item = items[Math.floor(no / visits.length)];
    if (visit === undefined || item === undefined) return undefined;
    const said = {
      ...{ person: visit.person, item: item.key, materials: item.papers },
      consent: { by: 'told' },
    };
    const headers = `${visit.headers}idempotency-key: bench-${no}\r\n`;
    return {
      method: 'POST',
      path: '/api/affairs/applications',
      headers,
      body: JSON.stringify(said),
    };
  };
}

interface Clerk {
  readonly street: number;
  readonly headers: string;
}
async function clerksOf(town: Town): Promise<Clerk[]> {
  const { rows } = await town.owner.run(`
    select distinct c.place from counters.centre c join registry.presence p on p.place between c.place and c.place + 999999
    where c.kind = 'centre' order by c.place limit 16`);
  const clerks: Clerk[] = [];
  for (const { place } of rows)
    clerks.push({
      street: Number(place),
      headers: await town.signIn('counter_clerk', Number(place)),
    });
  await town.owner.run(`
    update identity.post p set organisation = c.organisation from counters.centre c, identity.account a
    where c.kind = 'centre' and p.places = array[c.place] and a.no = p.account and a.name = '压测' and p.role = 'counter_clerk'`);
  return clerks;
}

/** Somebody at a counter, opened by the visit's grant as showing a document writes it. */
async function visitsOf(
  town: Town,
  clerks: readonly Clerk[],
  visitors: number,
): Promise<{ person: number; headers: string }[]> {
  const each = Math.ceil(visitors / clerks.length);
  const visits: { person: number; headers: string }[] = [];
  for (const { street, headers } of clerks) {
    const { rows } = await town.owner.run(`
      with visitor as (
        select distinct l.person from registry.presence l join registry.presence r on r.person = l.person and r.role = 'registered' and r.to_on is null
        where l.role = 'lives' and l.to_on is null and l.place between ${street} and ${street + 999_999}
          and r.place between ${street} and ${street + 999_999} and l.born_on < current_date - 20 * 365
          and exists (select from registry.person_key k where k.person = l.person and k.kind = 'phone')
        order by l.person limit ${each}
      )
      insert into registry.access_grant (person, account, post, organisation, role, purpose, matter, from_at, until_at)
      select v.person, p.account, p.no, p.organisation, p.role, 'affair', 'T' || v.person, now() - interval '1 minute', now() + interval '8 hours'
      from visitor v, identity.post p join identity.account a on a.no = p.account
      where a.name = '压测' and p.places = array[${street}::bigint] and p.role = 'counter_clerk' returning person`);
    for (const { person } of rows) visits.push({ person: Number(person), headers });
  }
  return interleaved(visits, clerks.length);
}

/** One of each street in turn, as counters work side by side. */
function interleaved<T>(all: readonly T[], streets: number): T[] {
  const each = Math.ceil(all.length / streets);
  return Array.from(
    { length: all.length },
    (_, at) => all[(at % streets) * each + Math.floor(at / streets)],
  ).filter((one): one is T => one !== undefined);
}

interface Paper {
  readonly key: string;
  readonly how: 'paper';
}
/** Items of the general form, with whatever papers they need. */
async function itemsOf(town: Town): Promise<{ key: string; papers: Paper[] }[]> {
  const { rows } = await town.owner.run(`
    select i.key, i.body from (select distinct on (key) key, body from kernel.catalogue where kind = 'item' and status = 'approved'
      order by key, no desc) i where not i.body ? 'form' order by i.key`);
  return rows.map(({ key, body }) => {
    const { materials } = body as { materials: { key: string; element?: string }[] };
    const asked = materials.filter(({ element }) => element === undefined);
    return {
      key: String(key),
      papers: asked.map((one) => ({ key: one.key, how: 'paper' as const })),
    };
  });
}
