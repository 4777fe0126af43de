// SPDX-License-Identifier: Apache-2.0
// The inbox of a district officer: twenty open cases with buttons and the exact total, early in the life of a
// city and after years of it. One case in fifty is open.
import type { Size } from './benches.ts';
import { CONNECTIONS } from './cases-report.ts';
import { fillCases } from './fill.ts';
import { type Asked, askOnce, load } from './load.ts';
import { startBare, startProgram } from './programs.ts';
import { byTurns, type Found, figure } from './rounds.ts';
import type { City, Town } from './town.ts';

/** 嘉定区: with 399 committees the most average of the sixteen. */
export const DISTRICT = 310114000000000;

export async function casesList(city: City, size: Size): Promise<Found> {
  const [young, old] = [await city.town(), await city.town()];
  await fillCases(young.owner, size.few);
  await fillCases(old.owner, size.many);
  const [youngAsks, oldAsks] = [await inboxOf(young), await inboxOf(old)];
  const atYoung = await startProgram('serve', young);
  const atOld = await startProgram('serve', old);
  const bare = await startBare(old);
  const floorAsks = { ...oldAsks, path: `/cases?place=${DISTRICT}` };
  const total = await mustAgree(atOld.port, oldAsks, bare.port, floorAsks);
  const run = (port: number, asked: Asked) => () =>
    load({ port, connections: CONNECTIONS, seconds: size.seconds, next: () => asked });
  const { ours, floor, few } = await byTurns(size.rounds, {
    ours: run(atOld.port, oldAsks),
    floor: run(bare.port, floorAsks),
    few: run(atYoung.port, youngAsks),
  });
  for (const one of [atYoung, atOld, bare]) await one.stop();
  for (const one of [young, old]) await one.close();
  return {
    figures: [
      figure('cases in the table', size.many, ''),
      figure('open cases in the district', total, ''),
      figure('pages', ours.perSecond, 'per s'),
      figure('pages of the bare handler', floor.perSecond, 'per s'),
      figure(`pages with ${size.few} cases`, few.perSecond, 'per s'),
      figure('p99 at 16 connections', ours.p99, 'ms'),
      figure('flat 5M/100k', ours.perSecond / few.perSecond, ''),
    ],
    ratio: ours.perSecond / floor.perSecond,
  };
}

async function inboxOf(town: Town): Promise<Asked> {
  const headers = await town.signIn('district', DISTRICT);
  return { method: 'GET', path: '/api/cases', headers };
}

interface Inbox {
  readonly cases: readonly { readonly ref?: string; readonly no?: number }[];
  readonly total: number;
}

/** Both show twenty cases and the same total, else they are not compared. */
async function mustAgree(
  port: number,
  asked: Asked,
  floorPort: number,
  floorAsked: Asked,
): Promise<number> {
  const [ours, floor] = [
    JSON.parse((await askOnce(port, asked)).body) as Inbox,
    JSON.parse((await askOnce(floorPort, floorAsked)).body) as Inbox,
  ];
  const same = ours.cases.every(({ ref }, at) => ref?.includes(`-${floor.cases[at]?.no}`));
  const whole = ours.cases.length === Math.min(20, ours.total);
  if (!same || !whole || ours.total !== floor.total)
    throw new Error(`not the same: ${JSON.stringify(ours)} ${JSON.stringify(floor)}`);
  return ours.total;
}
