// SPDX-License-Identifier: Apache-2.0
// How many tickets a second are taken all over the city, with place in line and likely wait in every reply; and in one hall.
import type { Size } from './benches.ts';
import { CONNECTIONS } from './cases-report.ts';
import { believing, fillPast, openHalls, takers } from './halls.ts';
import { type Asked, load } from './load.ts';
import { startBare, startProgram } from './programs.ts';
import { byTurns, type Found, figure, mustAllBe } from './rounds.ts';
import type { City } from './town.ts';

export async function countersTake(city: City, size: Size): Promise<Found> {
  const town = await city.town();
  const centres = await openHalls(town);
  await fillPast(town, Math.min(50, size.people));
  const everywhere = await takers(town, centres, size.people);
  const inOne = await takers(town, centres.slice(0, 1), 1);
  const program = await startProgram('serve', believing(town));
  const bare = await startBare(town);
  const run = (port: number, next: () => Asked) => () =>
    load({ port, connections: CONNECTIONS, seconds: size.seconds, next });
  const { ours, floor } = await byTurns(size.rounds, {
    ours: run(program.port, everywhere),
    floor: run(bare.port, () => ({ ...everywhere(), path: '/tickets' })),
  });
  const { rows } = await town.owner.run(
    `select count(*)::float8 / ${centres.length} as each from counters.ticket where state = 'taken' and seq < 1000000`,
  );
  const one = await load({
    ...{ port: program.port, connections: CONNECTIONS, seconds: size.seconds },
    next: () => {
      const asked = inOne();
      const headers = asked.headers.replace(': bench-', ': one-').replace(': 10.', ': 11.'); // others, elsewhere
      return { ...asked, headers };
    },
  });
  mustAllBe(200, one);
  const memory = program.memoryMb();
  await program.stop();
  await bare.stop();
  await town.close();
  return {
    figures: [
      figure('tickets taken', ours.perSecond, 'per s'),
      figure('tickets of the bare handler', floor.perSecond, 'per s'),
      figure('p50 at 16 connections', ours.p50, 'ms'),
      figure('p99 at 16 connections', ours.p99, 'ms'),
      figure('p99 of the bare handler', floor.p99, 'ms'),
      figure('in line in each hall at the end', Number(rows[0]?.each), ''),
      figure('tickets taken in one hall', one.perSecond, 'per s'),
      figure('memory of the program', memory, 'MB'),
    ],
    ratio: ours.perSecond / floor.perSecond,
  };
}
