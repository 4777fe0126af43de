// SPDX-License-Identifier: Apache-2.0
// How many reports a second, and how long the slowest of a hundred takes, with 16 residents sending at once.
import type { Size } from './benches.ts';
import { type Asked, load } from './load.ts';
import { startBare, startProgram } from './programs.ts';
import { byTurns, type Found, figure } from './rounds.ts';
import type { City, Town } from './town.ts';

export const CONNECTIONS = 16;

export async function casesReport(city: City, size: Size): Promise<Found> {
  const town = await city.town();
  const reports = await reportsOf(town, size.people);
  const program = await startProgram('serve', town);
  const bare = await startBare(town);
  const run = (port: number, next: () => Asked) => () =>
    load({ port, connections: CONNECTIONS, seconds: size.seconds, next });
  const { ours, floor } = await byTurns(size.rounds, {
    ours: run(program.port, reports),
    floor: run(bare.port, () => ({ ...reports(), path: '/reports' })),
  });
  const memory = program.memoryMb();
  await program.stop();
  await bare.stop();
  await town.close();
  return {
    figures: [
      figure('reports', ours.perSecond, 'per s'),
      figure('reports of the bare handler', floor.perSecond, 'per s'),
      figure('p50 at 16 connections', ours.p50, 'ms'),
      figure('p99 at 16 connections', ours.p99, 'ms'),
      figure('p99 of the bare handler', floor.p99, 'ms'),
      figure('memory of the program', memory, 'MB'),
    ],
    ratio: ours.perSecond / floor.perSecond,
  };
}

/** Reports from all over the city, by so many residents in turn: a place, a point near it, words, a category, a key. */
export async function reportsOf(town: Town, people: number): Promise<() => Asked> {
  const residents = await Promise.all(Array.from({ length: people }, () => town.signIn()));
  const { rows } = await town.owner.run(`
    select p.no, st_x(o.centre) as lon, st_y(o.centre) as lat from places.place p join places.outline o on o.place = p.no
    where p.level = 'committee' order by p.no % 997, p.no`);
  const categories = await town.owner.run(
    "select key from kernel.catalogue where kind = 'category' and status = 'approved' order by key limit 40",
  );
  let no = 0;
  return () => {
    no += 1;
    const at = rows[no % rows.length];
    const beside = ((no * 7919) % 2000) / 1e6; // degrees, some 200 m: no two reports come from one point
    const said = {
      place: at?.no,
      address: `${no % 300} 弄 ${no % 30} 号门口`,
      point: { lon: Number(at?.lon) + beside, lat: Number(at?.lat) + beside },
      words: `垃圾桶满了三天没人收，气味很大。编号 ${no}`,
      photos: [],
      category: categories.rows[no % categories.rows.length]?.key,
    };
    const headers = `${residents[no % residents.length]}idempotency-key: bench-${no}\r\n`;
    return { method: 'POST', path: '/api/reports', headers, body: JSON.stringify(said) };
  };
}
