// SPDX-License-Identifier: Apache-2.0
// What the unit does about a bad rating with words: contact first, handle it, call back. It has no way to send it on.
import type { RatingMove } from '@lilong/contracts/rating-flow';
import type * as routes from '@lilong/contracts/ratings';
import type { RatingPage } from '@lilong/contracts/ratings';
import { parseRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { openContact } from '../identity/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { logAccess, lookAs, standAside } from '../registry/index.ts';
import { pageOf } from './page.ts';
import { ratingPolicy } from './policy.ts';
import { insertStep, lockRating, openSaid, type Step, updateRating } from './queries.ts';
import { lookAsUnit } from './reach.ts';
import { clockFacts } from './settings.ts';
import type { RatingRow } from './tables.ts';
import { tell } from './tell.ts';
import { type Given, moved } from './workflow.ts';

/**
 * The rating, locked. What the transaction may not see is not there: one of another unit, one that only counts, and one
 * about the reader's own work.
 *
 * @throws {Refusal} found.nothing, auth.denied
 */
async function lockFor(ctx: Ctx, action: 'read' | 'handle', ref: string): Promise<RatingRow> {
  ctx.requireEver(ratingPolicy, action);
  await lookAsUnit(ctx);
  const key = parseRef('E', ref);
  const row = key === undefined ? undefined : await lockRating(ctx, key);
  if (row === undefined) throw new Refusal('found.nothing', { what: 'other' }, 'ref');
  await ctx.require(ratingPolicy, action, row);
  if (row.person !== null) await standAside(ctx, row.person);
  return row;
}

export async function show(
  ctx: Ctx,
  { ref }: InputOf<typeof routes.getRating>,
): Promise<RatingPage> {
  const row = await lockFor(ctx, 'read', ref);
  ctx.note({ act: 'ratings.read', subject: ref, place: row.place });
  return pageOf(ctx, row);
}

/**
 * Name and telephone, to call back. The rater reads in the timeline that they were opened, and in 谁看过我的信息.
 *
 * @throws {Refusal} ratings.no-call when they do not wish to be called
 */
export async function openRaterOf(
  ctx: Ctx,
  { ref, purpose }: InputOf<typeof routes.openRater>,
): Promise<ReplyOf<typeof routes.openRater>> {
  const row = await lockFor(ctx, 'handle', ref);
  if (!row.call_back || row.state === 'answered') throw new Refusal('ratings.no-call', {});
  const given = openSaid(ctx, row).phone;
  const known =
    row.account === null ? { name: null, phone: null } : await openContact(ctx, row.account);
  await insertStep(ctx, row, { did: 'opened' });
  ctx.note({ act: 'ratings.opened', subject: ref, place: row.place, purpose });
  tell(ctx, row);
  if (row.person !== null) await logOpened(ctx, row.person);
  return { name: known.name, phone: given ?? known.phone };
}

async function logOpened(ctx: Ctx, person: number): Promise<void> {
  await lookAs(ctx, { persons: [person] });
  await logAccess(ctx, { person, act: 'reveal', elements: ['rating.phone'], purpose: 'rating' });
}

interface Act {
  readonly ref: string;
  readonly version: number;
  readonly move: RatingMove;
  readonly given?: Given;
  readonly step?: Omit<Step, 'did'>;
  readonly note: 'ratings.contacted' | 'ratings.hard' | 'ratings.finished' | 'ratings.called-back';
}

/** @throws {Refusal} ratings.changed */
async function act(ctx: Ctx, { ref, version, move, given = {}, step, note }: Act) {
  const row = await lockFor(ctx, 'handle', ref);
  if (row.version !== version) throw new Refusal('ratings.changed', { ref });
  const left = await updateRating(ctx, row, moved(row, move, given, await clockFacts(ctx)));
  await insertStep(ctx, left, { did: move, ...step });
  ctx.note({ act: note, subject: ref, place: row.place, facts: { move } });
  tell(ctx, left);
  return pageOf(ctx, left);
}

/** @throws {Refusal} ratings.no-call when somebody is said to have been called who left nothing to call */
export async function contact(
  ctx: Ctx,
  { ref, version, reached, way, words }: InputOf<typeof routes.contactRater>,
): Promise<RatingPage> {
  if (reached && way === undefined) throw new Refusal('ratings.say', { need: 'way' }, 'way');
  return act(ctx, {
    ...{ ref, version, move: reached ? 'contact' : 'miss', note: 'ratings.contacted' },
    step: { words, way: reached ? way : undefined },
  });
}

export async function beHard(
  ctx: Ctx,
  { ref, version, words }: InputOf<typeof routes.callHard>,
): Promise<RatingPage> {
  return act(ctx, { ref, version, move: 'hard', step: { words }, note: 'ratings.hard' });
}

export async function finish(
  ctx: Ctx,
  { ref, version, result, words }: InputOf<typeof routes.finishRating>,
): Promise<RatingPage> {
  const step = { words };
  return act(ctx, {
    ...{ ref, version, move: 'finish', given: { result }, step, note: 'ratings.finished' },
  });
}

export async function callBack(
  ctx: Ctx,
  { ref, version, reached, satisfied, solved, words }: InputOf<typeof routes.callBackRater>,
): Promise<RatingPage> {
  const step = { words };
  return act(ctx, {
    ...{ ref, version, move: reached ? 'call_back' : 'miss', step, note: 'ratings.called-back' },
    given: reached ? { satisfied, solved } : {},
  });
}
