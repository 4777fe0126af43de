// SPDX-License-Identifier: Apache-2.0
// A resident: reports in her own words, joins what others reported, answers, rates; and looks whether all are there.
import { setTimeout as sleep } from 'node:timers/promises';
import { Refused } from '@lilong/contracts/call';
import { endStates } from '@lilong/contracts/case-flow';
import {
  answerQuestion,
  type MyReport,
  meToo,
  myReports,
  type Receipt,
  rateReport,
  reportCase,
  similarCases,
  withdrawReport,
} from '@lilong/contracts/cases';
import { requestCode, signInByCode } from '@lilong/contracts/identity';
import { type Browser, openBrowser } from './browser.ts';
import type { City } from './city.ts';
import type { Offices } from './offices.ts';

export interface Resident {
  readonly browser: Browser;
  /** Receipts by the reference of the report. */
  readonly receipts: Map<string, Receipt>;
  /** Reports that are over for her: ended, and rated when she cared to. */
  readonly settled: Set<string>;
}
interface Living extends Resident {
  readonly city: City;
  readonly offices: Offices;
}

/** Signs in with a telephone number; the demonstration shows the code. */
export async function moveIn(city: City, phone: string): Promise<Resident> {
  const browser = openBrowser(city.options.url, city.ledger);
  const { shown } = await browser.call(requestCode, { phone });
  await browser.call(signInByCode, { phone, code: shown ?? '' });
  return { browser, receipts: new Map(), settled: new Set() };
}

/** Reports at these moments (ms from now on), and follows until all is settled or the run is over. */
export async function live(
  city: City,
  offices: Offices,
  resident: Resident,
  moments: readonly number[],
): Promise<void> {
  const living = { ...resident, city, offices };
  const began = performance.now();
  const left = [...moments];
  while (!city.isOver()) {
    const next = left[0];
    if (next !== undefined && performance.now() - began >= next) {
      left.shift();
      await forgiving(() => reportSomething(living));
      continue;
    }
    if (living.receipts.size > living.settled.size) await forgiving(() => lookAtPhone(living));
    else if (next === undefined) return;
    if (next === undefined) await city.pace.look();
    else
      await Promise.race([city.pace.look(), sleep(Math.max(0, began + next - performance.now()))]);
  }
}

/** A refusal is in the ledger; people shrug and go on. */
async function forgiving(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault;
  }
}

async function reportSomething({ city, offices, browser, receipts }: Living): Promise<void> {
  const { chance, street, ledger } = city;
  const spot = chance.pick(street.spots);
  const sentence = chance.pick(city.sentences);
  const point = { lon: spot.lon, lat: spot.lat };
  const { place } = spot;
  const { words } = sentence;
  const { similar } = await browser.call(similarCases, { point, place, words });
  const [same] = similar.filter(({ ref }) => ledger.isOurs(ref));
  const photos = chance.yes(0.3) ? [await browser.upload(city.photo(sentence, 'before'))] : [];
  const receipt =
    same !== undefined && chance.yes(0.5)
      ? await browser.call(meToo, { caseRef: same.ref, words: city.say('me_too').words, photos })
      : await browser.call(reportCase, { place, address: spot.address, point, words, photos });
  receipts.set(receipt.ref, receipt);
  ledger.received(receipt.caseRef, place);
  if (!chance.yes(0.02)) return;
  await browser.call(withdrawReport, { ref: receipt.ref });
  await offices.look(receipt.caseRef);
}

async function lookAtPhone(living: Living): Promise<void> {
  for (const report of await allOf(living.browser)) {
    if (living.settled.has(report.ref)) continue;
    if (endStates.includes(report.state)) await judge(living, report);
    else if (report.question !== null) await answer(living, report);
  }
}
async function answer({ city, browser }: Living, { ref }: MyReport): Promise<void> {
  await browser.call(answerQuestion, { ref, words: city.say('answer').words });
}

/** Rates what ended; most are content, and few twice unhappy. Whom it does not concern any more is settled. */
async function judge(living: Living, report: MyReport): Promise<void> {
  const { city, offices, browser, receipts, settled } = living;
  const { ref } = report;
  if (!report.needsRating || city.chance.yes(0.3)) {
    settled.add(ref);
    return;
  }
  const solved = report.round > 1 || city.chance.yes(0.92);
  const words = city.say(solved ? 'thanks' : 'unsolved').words;
  const grade = solved ? city.chance.whole(3, 5) : city.chance.whole(1, 2);
  await browser.call(rateReport, { ref, solved, grade, words });
  if (solved) settled.add(ref);
  else await offices.look(receipts.get(ref)?.caseRef ?? '');
}

/** Everything that she reported, page by page. */
export async function allOf(browser: Browser): Promise<MyReport[]> {
  const found: MyReport[] = [];
  for (;;) {
    const before = found.at(-1)?.reportedAt;
    const { reports, total } = await browser.call(
      myReports,
      before === undefined ? {} : { before },
    );
    found.push(...reports);
    if (reports.length === 0 || found.length >= total) return found;
  }
}
