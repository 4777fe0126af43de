// SPDX-License-Identifier: Apache-2.0
// A working day of the whole city through the public API: applications at home and at counters, tickets taken, called and
// served, reports, pages read. The ratio is how many times faster than an hour the day went by.
import type { Size } from './benches.ts';
import { reportsOf } from './cases-report.ts';
import { atCounters, type Counts, dayOf } from './day/counts.ts';
import { type Driven, drive } from './day/drive.ts';
import {
  atCounter,
  atHome,
  freeHalls,
  type Made,
  nothingMade,
  reporting,
  withMatter,
} from './day/errands.ts';
import { mixed } from './day/mixed.ts';
import { gather } from './day/people.ts';
import { reading } from './day/reads.ts';
import { believing } from './halls.ts';
import { peopled } from './peopled.ts';
import { startProgram } from './programs.ts';
import { type Found, figure } from './rounds.ts';
import type { City, Town } from './town.ts';

const CITY = 310000000000000;
const CONNECTIONS = 32;
/** A day of the city is to go by in an hour, however small the sample. */
const HOUR = 3600;

export async function cityDay(city: City, size: Size): Promise<Found> {
  const there = await peopled(city, { ...size, within: CITY });
  const counts = dayOf(size.ofDay);
  const people = await gather(there, Math.max(100, Math.ceil(4000 * size.ofDay)));
  const made = nothingMade();
  const items = await itemsOf(there.town);
  const free = freeHalls(people.halls);
  const counter = atCounters(counts.applications);
  const reports = await reportsOf(there.town, Math.min(size.people, counts.reports));
  const errands = mixed([
    { count: counts.applications - counter, errand: atHome(people, items, made) },
    { count: counter, errand: withMatter(people, items, free, made) },
    { count: counts.tickets - counter, errand: atCounter(free, made) },
    { count: counts.reports, errand: reporting(reports, made) },
    { count: counts.reads, errand: reading(people, made, items) },
  ]);
  const program = await startProgram('serve', believing(there.town));
  const day = await drive(program.port, CONNECTIONS, errands);
  const memory = program.memoryMb();
  await program.stop();
  const lost = await lostOf(there.town, made, counts);
  return {
    figures: [
      ...figuresOf(day, counts),
      figure('lost', lost, ''),
      figure('memory of the program', memory, 'MB'),
    ],
    ratio: lost === 0 ? (HOUR * size.ofDay) / day.seconds : 0,
  };
}

const MOST = 8;
const figuresOf = ({ requests, seconds, p50, p99, kinds }: Driven, counts: Counts) => [
  ...Object.entries(counts).map(([kind, count]) => figure(kind, count, '')),
  figure('requests', requests, ''),
  figure('the day took', seconds, 's'),
  figure('requests a second', requests / seconds, 'per s'),
  figure('p50', p50, 'ms'),
  figure('p99', p99, 'ms'),
  ...kinds
    .slice(0, MOST)
    .flatMap(({ kind, count, mean, p99: slow }) => [
      figure(`${kind}: ${count}, mean`, mean, 'ms'),
      figure(`${kind}: p99`, slow, 'ms'),
    ]),
];

/** Items of the general form that can be applied for at home. */
async function itemsOf({ owner }: Town): Promise<string[]> {
  const { rows } = await owner.run(`
    select i.key from (select distinct on (key) key, body from kernel.catalogue where kind = 'item' and status = 'approved'
      order by key, no desc) i where not i.body ? 'form' and (i.body ->> 'fromHome')::boolean order by i.key`);
  return rows.map(({ key }) => String(key));
}

/** What was answered and is not there, was never answered, or is not in the audit. */
async function lostOf({ owner }: Town, made: Made, counts: Counts): Promise<number> {
  const { rows } = await owner.run(`
    select (select count(*) from affairs.application where state <> 'draft') as applications,
      (select count(*) from counters.ticket where state = 'done') as tickets, (select count(*) from cases.report) as reports,
      (select count(distinct subject) from kernel.audit where act in ('affairs.submitted', 'affairs.received') and outcome = 'done') as applied,
      (select count(*) from kernel.audit where act = 'counters.called' and outcome = 'done') as called`);
  const [there] = rows;
  const apart = (count: number, ...found: readonly unknown[]): number =>
    found.reduce((sum: number, one) => sum + Math.abs(count - Number(one)), 0);
  return (
    apart(
      counts.applications,
      there?.applications,
      there?.applied,
      new Set(made.applications).size,
    ) +
    apart(counts.tickets, there?.tickets, there?.called, new Set(made.tickets).size) +
    apart(counts.reports, there?.reports, new Set(made.reports).size)
  );
}
