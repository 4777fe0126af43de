// SPDX-License-Identifier: Apache-2.0
// One run: people move in, report and work until everything is answered or the time is up.
import { setTimeout as sleep } from 'node:timers/promises';
import { endStates } from '@lilong/contracts/case-flow';
import type { MyReport } from '@lilong/contracts/cases';
import { whoAmI } from '@lilong/contracts/identity';
import { openBrowser } from './browser.ts';
import { type City, openCity } from './city.ts';
import { openLedger, type Summary } from './ledger.ts';
import { openOffices } from './offices.ts';
import type { Options } from './options.ts';
import { reportingShare } from './pace.ts';
import { allOf, live, moveIn, type Resident } from './resident.ts';

/** Thrown when the server is no demonstration: nobody simulates people in a real town. */
export class NotADemonstration extends Error {}

const perResident = 6; // reports
const mostResidents = 400;
const patience = 120_000; // ms beyond half as long again, for a machine with other things to do

/**
 * Brings a street to life.
 *
 * @param print told a line each second
 * @throws {NotADemonstration}
 * @throws {Refused} when nobody answers at the address
 */
export async function simulate(options: Options, print: (line: string) => void): Promise<Summary> {
  const { demo } = await openBrowser(options.url, openLedger()).call(whoAmI, {});
  if (!demo) throw new NotADemonstration(options.url);
  const city = await openCity(options);
  const offices = await openOffices(city);
  const { working } = offices;
  const residents = await settle(city);
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  print(`${city.street.name}: ${residents.length} residents, ${working.length} at desks`);
  const ticking = setInterval(() => print(city.ledger.progress(seconds())), 1000);
  const timeUp = sleep(city.pace.whole * 1.5 + patience, undefined, { ref: false });
  const moments = momentsOf(city);
  const lives = residents.map((resident, index) =>
    live(
      city,
      offices,
      resident,
      moments.filter((_, nth) => nth % residents.length === index),
    ),
  );
  await Promise.race([timeUp, Promise.all(lives).then(() => allEnded(city, timeUp))]);
  city.end();
  await Promise.all([...lives, ...working]);
  clearInterval(ticking);
  const { lost, unanswered } = await inspect(residents);
  return city.ledger.summary(lost, unanswered, seconds());
}

/** Residents with telephones of their own. Numbers beginning 199 9 belong to nobody in the demonstration. */
async function settle(city: City): Promise<Resident[]> {
  const count = Math.min(mostResidents, Math.max(3, Math.ceil(city.options.cases / perResident)));
  const first = Math.floor(Math.random() * 10_000_000); // another run may have been a moment ago
  const residents: Resident[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const number = String((first + nth) % 10_000_000).padStart(7, '0');
    residents.push(await moveIn(city, `1999${number}`));
  }
  return residents;
}

/** When the reports are made, in ms from the beginning: spread with chance over the first part of the run. */
function momentsOf({ options, pace, chance }: City): number[] {
  const span = Math.round(pace.whole * reportingShare);
  return Array.from({ length: options.cases }, () => chance.whole(0, span)).sort((a, b) => a - b);
}

/** What nobody waits for any more may still be on somebody's desk. */
async function allEnded({ ledger, pace }: City, timeUp: Promise<unknown>): Promise<void> {
  let isUp = false;
  void timeUp.then(() => {
    isUp = true;
  });
  while (ledger.open > 0 && !isUp) await pace.rest();
}

/** Whoever took a report back is told nothing more, and waits for nothing. */
const isUnanswered = ({ state, answeredAt, withdrawn }: MyReport): boolean =>
  endStates.includes(state) && answeredAt === null && !withdrawn;

/** Every receipt is looked for once more, and every ended report must have been answered. */
async function inspect(residents: readonly Resident[]) {
  const lost: string[] = [];
  const unanswered: string[] = [];
  for (const { browser, receipts } of residents) {
    if (receipts.size === 0) continue;
    const found = new Map((await allOf(browser)).map((report) => [report.ref, report]));
    for (const ref of receipts.keys()) {
      const report = found.get(ref);
      if (report === undefined) lost.push(ref);
      else if (isUnanswered(report)) unanswered.push(ref);
    }
  }
  return { lost, unanswered };
}
