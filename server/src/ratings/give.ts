// SPDX-License-Identifier: Apache-2.0
// Whoever was served rates it, once: signed in, or with the slip. Later they say whether a bad one was solved.
import { tidyPhone } from '@lilong/contracts/phone';
import type * as routes from '@lilong/contracts/ratings';
import type { ToRate } from '@lilong/contracts/ratings';
import { formatRef, parseRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf } from '@lilong/contracts/route';
import { openContact } from '../identity/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { tokenHash } from '../kernel/keys.ts';
import { makeLimit } from '../kernel/limits.ts';
import { dayIn } from '../kernel/today.ts';
import { stateMyself, stateMyselfStill } from '../registry/index.ts';
import { givenOf } from './page.ts';
import { ratingPolicy } from './policy.ts';
import {
  insertRating,
  insertStep,
  isRatedByAnybody,
  lockRating,
  nameOf,
  sealSaid,
  selectOf,
  updateRating,
} from './queries.ts';
import { lookAsRater } from './reach.ts';
import { checkReasons, reasonsFor } from './reasons.ts';
import { clockFacts, openDays } from './settings.ts';
import { concerned, heldSubject, ownSubject, type Subject, workersOn } from './subject.ts';
import type { RatingRow } from './tables.ts';
import { tell } from './tell.ts';
import { ratedVisit } from './visits.ts';
import { clocksOf, firstState, moved } from './workflow.ts';

type Told = Omit<InputOf<typeof routes.rateMine>, 'subject'>;
type Answer = Omit<InputOf<typeof routes.answerMine>, 'subject'>;

/** A whole hall may share one address; this is for machines that run wild. */
const heldLimit = makeLimit(300, 10);
const DAY_MS = 86_400_000;

// --- Signed in.

export async function showMine(
  ctx: Ctx,
  { subject }: InputOf<typeof routes.toRate>,
): Promise<ToRate> {
  return shown(ctx, await mine(ctx, subject));
}

export async function rateOwn(
  ctx: Ctx,
  { subject, ...told }: InputOf<typeof routes.rateMine>,
): Promise<ToRate> {
  return rate(ctx, await mine(ctx, subject), told);
}

export async function answerOwn(
  ctx: Ctx,
  { subject, ...said }: InputOf<typeof routes.answerMine>,
): Promise<ToRate> {
  return answer(ctx, await mine(ctx, subject), said);
}

/** A matter is its person's; a visit its account's, which need not be anybody's yet. */
async function mine(ctx: Ctx, ref: string): Promise<Subject> {
  ctx.requireEver(ratingPolicy, 'rate');
  const isVisit = parseRef('A', ref) === undefined;
  const bound = isVisit ? stateMyselfStill(ctx) : stateMyself(ctx);
  const person = (await bound) ?? null;
  await lookAsRater(ctx, { rater: ctx.actor.account });
  const found = (isVisit && (await ratedVisit(ctx, ref))) || (await ownSubject(ctx, ref));
  return found.of === 'visit' ? { ...found, person } : { ...found, account: ctx.actor.account };
}

// --- With the slip alone.

export async function showHeld(
  ctx: Ctx,
  { token }: InputOf<typeof routes.toRateHeld>,
): Promise<ToRate> {
  return shown(ctx, await held(ctx, token));
}

export async function rateHeldVisit(
  ctx: Ctx,
  { token, ...told }: InputOf<typeof routes.rateHeld>,
): Promise<ToRate> {
  return rate(ctx, await held(ctx, token), told);
}

export async function answerHeldVisit(
  ctx: Ctx,
  { token, ...said }: InputOf<typeof routes.answerHeld>,
): Promise<ToRate> {
  return answer(ctx, await held(ctx, token), said);
}

async function held(ctx: Ctx, token: string): Promise<Subject> {
  heldLimit.count(ctx.actor.address, ctx.now);
  await lookAsRater(ctx, { holder: tokenHash(token) });
  return heldSubject(ctx, token);
}

// --- Both.

async function untilOf(ctx: Ctx, { overAt }: Subject): Promise<Date | null> {
  if (overAt === null) return null;
  return new Date(overAt.getTime() + (await openDays(ctx)) * DAY_MS);
}

function stateOf(ctx: Ctx, { never }: Subject, until: Date | null): ToRate['state'] {
  if (never) return 'closed';
  if (until === null) return 'early';
  return ctx.now > until ? 'closed' : 'open';
}

async function shown(ctx: Ctx, subject: Subject, rated?: RatingRow): Promise<ToRate> {
  const row = rated ?? (await selectOf(ctx, subject));
  const until = await untilOf(ctx, subject);
  return {
    ...{ subject: subject.ref, of: subject.of, name: subject.name, nameEn: subject.nameEn },
    unitName: row === undefined ? (subject.units[0]?.name ?? '') : await nameOf(ctx, row.unit_org),
    state: (await isRated(ctx, subject, row)) ? 'rated' : stateOf(ctx, subject, until),
    until: until === null ? null : dayIn(ctx, until),
    reasons: row === undefined ? await reasonsFor(ctx, subject.of) : [],
    hasPhone: await hasPhone(ctx, subject),
    given: row === undefined ? null : await givenOf(ctx, row),
  };
}

/** With a receipt one does not read what the person said in their account, only that it was said. */
async function isRated(ctx: Ctx, subject: Subject, row: RatingRow | undefined): Promise<boolean> {
  if (row !== undefined) return true;
  return subject.byReceipt === true && (await isRatedByAnybody(ctx, subject));
}

async function hasPhone(ctx: Ctx, { account, byReceipt }: Subject): Promise<boolean> {
  return byReceipt !== true && account !== null && (await openContact(ctx, account)).phone !== null;
}

/** @throws {Refusal} ratings.early, ratings.closed, ratings.rated, ratings.reason, ratings.say */
async function rate(ctx: Ctx, subject: Subject, told: Told): Promise<ToRate> {
  const state = stateOf(ctx, subject, await untilOf(ctx, subject));
  if (state === 'early') throw new Refusal('ratings.early', {});
  if (state === 'closed') throw new Refusal('ratings.closed', {});
  const row = await insertRating(ctx, await draftOf(ctx, subject, told));
  if (row === undefined) throw new Refusal('ratings.rated', {});
  await insertStep(ctx, row, { did: 'rated' });
  if (ctx.actor.account !== null)
    ctx.note({ act: 'ratings.given', subject: formatRef('E', row), place: row.place });
  tell(ctx, row);
  return shown(ctx, subject, row);
}

async function draftOf(
  ctx: Ctx,
  subject: Subject,
  told: Told,
): Promise<Omit<RatingRow, 'no' | 'version'>> {
  const words = told.words?.trim() || null;
  const phone = await phoneOf(ctx, subject, told);
  const { unit, workers } = await concerned(ctx, subject, await workersOn(ctx, subject));
  const begun = {
    ...{ rated_at: ctx.now, hard: false, state: firstState(told.grade, words !== null) },
  };
  return {
    ...{ street: subject.street, subject: subject.ref, of: subject.of, place: subject.place },
    ...{ centre_org: subject.centre, unit_org: unit, workers: [...workers] },
    ...{ item: subject.item, item_name: subject.name, item_name_en: subject.nameEn },
    grade: told.grade,
    reasons: await checkReasons(ctx, subject.of, told.grade, told.reasons ?? []),
    ...{ sealed: sealSaid(ctx, { words, phone }), has_words: words !== null },
    call_back: told.callBack === true,
    ...{ person: subject.person, account: subject.account, token_hash: subject.tokenHash },
    ...{ first_due: null, finish_due: null, due_at: null, provisional: false, ...begun },
    ...clocksOf(begun, await clockFacts(ctx)),
    ...{ tries: 0, reached_at: null, finished_at: null, result: null },
    ...{ satisfied: null, solved: null, answered_by: null, answered_at: null },
  };
}

/** Where to call, when it is not that of the account. */
async function phoneOf(
  ctx: Ctx,
  subject: Subject,
  { callBack, phone }: Told,
): Promise<string | null> {
  if (callBack !== true) return null;
  const tidy = phone === undefined ? undefined : tidyPhone(phone);
  if (tidy !== undefined) return tidy;
  if (phone === undefined && (await hasPhone(ctx, subject))) return null;
  throw new Refusal('ratings.say', { need: 'phone' }, 'phone');
}

/** @throws {Refusal} ratings.wrong-state */
async function answer(ctx: Ctx, subject: Subject, said: Answer): Promise<ToRate> {
  const found = await selectOf(ctx, subject);
  const row = found === undefined ? undefined : await lockRating(ctx, found);
  if (row === undefined) throw new Refusal('found.nothing', { what: 'other' }, 'subject');
  const left = await updateRating(ctx, row, moved(row, 'answer', said, await clockFacts(ctx)));
  await insertStep(ctx, left, { did: 'answer', words: said.words?.trim() || undefined });
  if (ctx.actor.account !== null)
    ctx.note({ act: 'ratings.answered', subject: formatRef('E', left), place: left.place });
  tell(ctx, left);
  return shown(ctx, subject, left);
}
