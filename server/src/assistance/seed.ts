// SPDX-License-Identifier: Apache-2.0
// The demonstration's assistance: households at each stage, lists of some months, re-checks; done by the module's own
// functions at the days on which they were done, so that every sum is reckoned as it always is. All invented.
import { monthAfter } from '@lilong/contracts/days';
import { formatRef, type RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import { sql, type Transaction } from 'kysely';
import { liveAccepted, lookEverywhere, moveAffairOf } from '../affairs/index.ts';
import { signAllLists } from '../certificates/index.ts';
import { actInTurn, type Deed } from '../kernel/acting.ts';
import { systemActor } from '../kernel/actor.ts';
import { dateOfDay, zoneOf } from '../kernel/calendar-zone.ts';
import type { Catalogue } from '../kernel/catalogue.ts';
import { type Ctx, makeCtx } from '../kernel/ctx.ts';
import type { Host } from '../kernel/host.ts';
import type { DB } from '../kernel/tables.ts';
import { today } from '../kernel/today.ts';
import { takeAnswers } from './answers.ts';
import { authorisedOnPaper } from './authorise.ts';
import { follow } from './begin.ts';
import { awardedEvent, decide } from './decide.ts';
import { answerByHand, inquire } from './inquire.ts';
import { opened } from './kept.ts';
import { approve, make } from './lists.ts';
import { endNotices, object, post } from './notices.ts';
import { know } from './page.ts';
import { lockMatter, selectWhole } from './queries.ts';
import { findDue, settleOne } from './rechecks.ts';
import { type Household, householdsAtHome, type Office, officeAtHome } from './seed-people.ts';
import { said, steps, type Tale, tales } from './seed-tales.ts';
import { isAdult } from './stages.ts';
import type { AwardRow } from './tables.ts';
import { visited } from './visit.ts';

const lock = 771_013;
const DAY_MS = 86_400_000;
const name = 'demonstration';

/** Lives through them, unless there are some. All of it or nothing. */
export async function liveAssistance(host: Host): Promise<void> {
  const now = host.clock();
  const tools = { ...host, catalogue: asOf(host.catalogue, now) };
  await host.db.kysely.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(lock)})`.execute(db);
    const { ctx } = makeCtx(tools, db, systemActor, now, name);
    await lookEverywhere(ctx);
    const { rows } = await sql`select 1 from assistance.matter limit 1`.execute(db);
    const office = await officeAtHome(ctx);
    if (rows.length > 0 || office === undefined) return;
    const deeds = [...monthly(host, office), ...nightly(now)];
    for (const [at, household] of (await householdsAtHome(ctx, tales)).entries()) {
      const tale = tales[at];
      if (tale !== undefined && household !== undefined)
        deeds.push(...(await lives(host, db, office, tale, household)));
    }
    deeds.sort((one, other) => one.at.getTime() - other.at.getTime());
    await actInTurn(tools, db, name, deeds.map(quietly));
    await signAllLists(ctx);
  });
  host.wake();
}

/** Nobody looks again at what happened before the demonstration began; labels follow all the same. */
const quietly = ({ work, ...deed }: Deed): Deed => ({
  ...deed,
  work: (ctx) =>
    work({ ...ctx, emit: (fact) => void (fact.name === awardedEvent && ctx.emit(fact)) }),
});

/** The days of the past have the catalogue of now. */
const asOf = (catalogue: Catalogue, now: Date): Catalogue => ({
  ...catalogue,
  rows: (db, kind) => catalogue.rows(db, kind, now),
  inForce: (db, kind, key, day) => catalogue.inForce(db, kind, key, day, now),
});

const byProgram = (at: Date, work: (ctx: Ctx) => Promise<unknown>): Deed => ({
  ...{ actor: systemActor, at },
  work: async (ctx) => {
    ctx.settled('the program by the clock');
    await work(ctx);
  },
});

/** Notices come down, and whoever is due is found, as each night. */
function nightly(now: Date): Deed[] {
  const deeds = tales.map(({ daysAgo }) =>
    byProgram(new Date(now.getTime() - (daysAgo - steps.over) * DAY_MS), (ctx) =>
      endNotices(ctx, 100),
    ),
  );
  const due = byProgram(new Date(now.getTime() - 9 * DAY_MS), findDue);
  return [...deeds, due].filter(({ at }) => at <= now);
}

/** A list for each of the last months, made by one and approved by another; that of this month waits. */
function monthly(host: Host, { clerk, manager }: Office): Deed[] {
  const zone = zoneOf(host.config.TIME_ZONE);
  const now = host.clock().getTime();
  const today = dateOfDay(zone.dayOf(now));
  return [-3, -2, -1, 0].flatMap((months): Deed[] => {
    const month = monthAfter(today, months);
    const made = new Date(Math.min(Date.parse(`${month}T03:00:00Z`), now - DAY_MS / 48));
    const makes: Deed = {
      ...{ actor: clerk, at: made },
      work: async (ctx) => {
        await make(ctx, { month }).catch((fault: unknown) => {
          if (!(fault instanceof Refusal && fault.code === 'assistance.nothing-to-pay'))
            throw fault;
        });
      },
    };
    const approves: Deed = {
      ...{ actor: manager, at: new Date(made.getTime() + DAY_MS / 12) },
      work: async (ctx) => void (await approve(ctx, { month }).catch(ifThere)),
    };
    return months === 0 ? [makes] : [makes, approves];
  });
}
const ifThere = (fault: unknown): void => {
  if (!(fault instanceof Refusal && fault.code === 'found.nothing')) throw fault;
};

async function lives(
  host: Host,
  db: Transaction<DB>,
  office: Office,
  tale: Tale,
  { applicant }: Household,
): Promise<Deed[]> {
  const now = host.clock();
  const at = (days: number): Date => new Date(now.getTime() + (days - tale.daysAgo) * DAY_MS);
  const { odd, medical = 0 } = tale;
  const key = await liveAccepted(host, db, {
    ...{ person: applicant, item: 'S001', at: at(0), luck: (tale.daysAgo * 0.37) % 1 },
    fields: { odd_income: odd, support_income: 0, medical, education: 0 },
  });
  if (key === undefined) return [];
  const begins = byProgram(at(0.05), (ctx) => follow(ctx, key));
  return [begins, ...workOn(key, tale, office, at)].filter((deed) => deed.at <= now);
}

/** What each day of it brings; what lies ahead is left out by the caller. */
function workOn(key: RowKey, tale: Tale, office: Office, at: (days: number) => Date): Deed[] {
  const { clerk, manager, neighbour } = office;
  const asClerk = (days: number, work: Deed['work']): Deed => ({
    actor: clerk,
    at: at(days),
    work,
  });
  if (tale.unasked) return [];
  const asked = [
    asClerk(steps.agreed, (ctx) => everybodyAgrees(ctx, key)),
    asClerk(
      steps.agreed + 0.02,
      async (ctx) => void (await inquire(ctx, { ...(await on(ctx, key)), reason: said.inquire })),
    ),
    byProgram(at(steps.agreed + 0.05), (ctx) => collect(ctx, key)),
    ...(tale.letters ? [asClerk(steps.letters, (ctx) => letters(ctx, key))] : []),
  ];
  if (tale.unvisited || !tale.letters) return asked;
  const { objection, again } = tale;
  return [
    ...asked,
    asClerk(steps.visited, (ctx) => visit(ctx, key, office)),
    asClerk(steps.posted, (ctx) => putUp(ctx, key)),
    ...(objection === undefined
      ? [{ actor: manager, at: at(steps.decided), work: (ctx: Ctx) => end(ctx, key) }]
      : [
          {
            actor: neighbour,
            at: at(steps.posted + 2),
            work: (ctx: Ctx) => says(ctx, key, objection),
          },
        ]),
    ...(again === undefined
      ? []
      : [asClerk(tale.daysAgo - 5, (ctx) => lookAgain(ctx, key, again))]),
  ];
}

/** As it stands: what every act states it has read. */
async function on(ctx: Ctx, key: RowKey): Promise<{ ref: string; version: number }> {
  await lookEverywhere(ctx);
  const matter = await lockMatter(ctx, key);
  return { ref: formatRef('A', key), version: matter?.version ?? 0 };
}

async function everybodyAgrees(ctx: Ctx, key: RowKey): Promise<void> {
  for (;;) {
    const at = await on(ctx, key);
    const { members } = await selectWhole(ctx, key);
    const one = members.find(
      ({ authorised_at, born_on }) => authorised_at === null && isAdult(born_on, today(ctx)),
    );
    if (one === undefined) return;
    await authorisedOnPaper(ctx, { ...at, person: one.no, files: [] });
  }
}

async function collect(ctx: Ctx, key: RowKey): Promise<void> {
  await lookEverywhere(ctx);
  const matter = await lockMatter(ctx, key);
  if (matter !== undefined) await takeAnswers(ctx, matter);
}

async function letters(ctx: Ctx, key: RowKey): Promise<void> {
  ctx.settled('the program by the clock');
  for (;;) {
    const at = await on(ctx, key);
    const { inquiries } = await selectWhole(ctx, key);
    const open = inquiries.find(({ state }) => state === 'asked');
    if (open === undefined) return;
    const { no: inquiry } = open;
    await answerByHand(ctx, { ...at, inquiry, state: 'none', reason: said.letter });
  }
}

const asTold = { lives: 'as_told', people: 'as_told', home: 'as_told' } as const;
const notAll = { things: 'as_told', income: 'as_told', health: 'not_seen' } as const;

async function visit(ctx: Ctx, key: RowKey, { colleague }: Office): Promise<void> {
  const about = { withName: colleague, findings: { ...asTold, ...notAll }, words: said.visit };
  await visited(ctx, { ...(await on(ctx, key)), ...about, signedBy: '本人', files: [] });
}

/** What comes to nothing is posted nowhere. */
async function putUp(ctx: Ctx, key: RowKey): Promise<void> {
  ctx.settled('the program by the clock');
  const at = await on(ctx, key);
  const matter = await lockMatter(ctx, key);
  if (matter === undefined || (await know(ctx, matter)).reckoning?.category === null) return;
  await post(ctx, { ...at, reason: said.notice });
}

async function says(ctx: Ctx, key: RowKey, words: string): Promise<void> {
  ctx.settled('the program by the clock');
  await lookEverywhere(ctx);
  const { notice } = await selectWhole(ctx, key);
  if (notice !== undefined) await object(ctx, { street: notice.street, no: notice.no, words });
}

async function end(ctx: Ctx, key: RowKey): Promise<void> {
  const at = await on(ctx, key);
  const matter = await lockMatter(ctx, key);
  if (matter === undefined) return;
  const grant = (await know(ctx, matter)).reckoning?.category !== null;
  const reason = grant ? said.granted : said.refused;
  await decide(ctx, { ...at, grant, reason, remedy: said.remedy });
  await moveAffairOf(ctx, key, 'deliver', { by: 'phone' });
}

/** By what was reckoned last, but for the income that was found. */
async function lookAgain(ctx: Ctx, key: RowKey, yuan: number): Promise<void> {
  ctx.settled('the program by the clock');
  await lookEverywhere(ctx);
  const { rows } = await sql<AwardRow & { recheck: number }>`
    select a.*, r.no as recheck from assistance.award a join assistance.recheck r on r.street = a.street and r.award = a.no
    where a.street = ${key.street} and a.matter = ${key.no} and r.done_at is null`.execute(ctx.db);
  const [award] = rows;
  if (award === undefined) return;
  const { people, medicalFen, educationFen, assetsFen } = opened<Reckoned>(ctx, award.sealed);
  await settleOne(ctx, {
    ...{ no: award.recheck, people, incomeFen: yuan * 100, medicalFen, educationFen, assetsFen },
    ...{ fraud: false, reason: said.again, remedy: said.remedy },
  });
}
type Reckoned = Parameters<typeof settleOne>[1];
