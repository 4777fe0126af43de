// SPDX-License-Identifier: Apache-2.0
// One case with report, photo, flow log and buttons; reading it is noted in the audit.
import { formatRef } from '@lilong/contracts/refs';
import type { Size } from './benches.ts';
import { DISTRICT } from './cases-list.ts';
import { CONNECTIONS } from './cases-report.ts';
import { fillCases, fillHistory } from './fill.ts';
import { type Asked, load } from './load.ts';
import { startBare, startProgram } from './programs.ts';
import { byTurns, type Found, figure } from './rounds.ts';
import type { City } from './town.ts';

const LOOKED_AT = 10_000;

export async function casesGet(city: City, size: Size): Promise<Found> {
  const town = await city.town();
  await fillCases(town.owner, size.few);
  await fillHistory(town.owner, DISTRICT, LOOKED_AT);
  const { rows } = await town.owner.run('select street, case_no as no from cases.report');
  const keys = rows.map(({ street, no }) => ({ street: Number(street), no: Number(no) }));
  const headers = await town.signIn('district', DISTRICT);
  const program = await startProgram('serve', town);
  const bare = await startBare(town);
  const run = (port: number, pathOf: (key: (typeof keys)[number]) => string) => {
    let asked = 0;
    const next = (): Asked => {
      asked += 1;
      const key = keys[(asked * 7919) % keys.length] ?? { street: 0, no: 0 };
      return { method: 'GET', path: pathOf(key), headers };
    };
    return () => load({ port, connections: CONNECTIONS, seconds: size.seconds, next });
  };
  const { ours, floor } = await byTurns(size.rounds, {
    ours: run(program.port, (key) => `/api/cases/${formatRef('C', key)}`),
    floor: run(bare.port, ({ street, no }) => `/cases/${street}/${no}`),
  });
  await program.stop();
  await bare.stop();
  await town.close();
  return {
    figures: [
      figure('cases read', ours.perSecond, 'per s'),
      figure('cases read by the bare handler', floor.perSecond, 'per s'),
      figure('p50 at 16 connections', ours.p50, 'ms'),
      figure('p99 at 16 connections', ours.p99, 'ms'),
    ],
    ratio: ours.perSecond / floor.perSecond,
  };
}
