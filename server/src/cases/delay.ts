// SPDX-License-Identifier: Apache-2.0
// The lead organisation asks for more time; the street grants or refuses it.
import type { askDelay, decideDelay } from '@lilong/contracts/case-work';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { calendarOf, settingOf } from '../kernel/in-force.ts';
import {
  type DelayAsked,
  type DelayFacts,
  extendedTo,
  hindrance,
  type NoDelay,
} from './delay-rules.ts';
import { caseKey, iso } from './keys.ts';
import { casePolicy } from './policy.ts';
import { withDue } from './promises.ts';
import { announce, lockCase, writeStep } from './queries.ts';
import { closeDelay, insertDelay, isDelayWaiting, selectDelay } from './queries-acts.ts';
import { changedMeanwhile } from './standing.ts';
import type { CasePatch, CaseRow } from './tables.ts';
import { announceToAll } from './tell.ts';

/** Asks for an extension (延期) or a suspension (挂账). Only the lead organisation may, and only in time. */
export async function askForDelay(
  ctx: Ctx,
  { ref, kind, until, reason }: InputOf<typeof askDelay>,
): Promise<ReplyOf<typeof askDelay>> {
  const key = caseKey(ref);
  const row = await lockCase(ctx, 'read', key);
  if (onlyAssists(ctx, row)) throw notPossible('lead');
  await ctx.require(casePolicy, `ask_${kind}`, key);
  if (await isDelayWaiting(ctx, key)) throw notPossible('waiting');
  const asked = { kind, until: new Date(until) };
  const why = hindrance(row, asked, await factsOf(ctx));
  if (why !== undefined) throw notPossible(why);
  const no = await insertDelay(ctx, row, { ...asked, reason, asked_by: ctx.actor.account ?? 0 });
  await writeStep(
    ctx,
    row,
    { waits: kind },
    { move: `ask_${kind}`, kind: 'note', words: reason, facts: { request: no, until } },
  );
  announce(ctx, row, `ask_${kind}`, { request: no, until });
  return { done: true };
}

function onlyAssists(ctx: Ctx, row: CaseRow): boolean {
  const organisation = ctx.actor.post?.organisation;
  if (organisation === undefined || row.organisation === organisation) return false;
  return row.assisting.includes(organisation);
}

function notPossible(why: NoDelay): Refusal {
  const field = why === 'past' || why === 'too_long' ? 'until' : undefined;
  return new Refusal('cases.delay-not-possible', { why }, field);
}

async function factsOf(ctx: Ctx): Promise<DelayFacts> {
  return {
    calendar: await calendarOf(ctx),
    now: ctx.now,
    mostExtensions: await settingOf(ctx, 'extensions_max', 1),
  };
}

/**
 * Grants or refuses. A refused request does not count as used.
 *
 * @throws {Refusal} input.invalid when it is refused without a reason
 */
export async function decide(
  ctx: Ctx,
  { ref, no, grant, reason }: InputOf<typeof decideDelay>,
): Promise<ReplyOf<typeof decideDelay>> {
  const key = caseKey(ref);
  const row = await lockCase(ctx, 'read', key);
  const request = await selectDelay(ctx, key, no);
  if (request === undefined) throw new Refusal('found.nothing', { what: 'request' });
  await ctx.require(casePolicy, `decide_${request.kind}`, key);
  if (request.status !== 'asked') throw await changedMeanwhile(ctx, row);
  if (grant) {
    await grantDelay(ctx, row, { ...request, no }, reason);
    return { done: true };
  }
  if (reason === undefined)
    throw new Refusal('input.invalid', { field: 'reason', rule: 'required' }, 'reason');
  await refuseDelay(ctx, row, { ...request, no }, reason);
  return { done: true };
}

type Request = DelayAsked & { readonly no: number; readonly asked_at: Date };

async function grantDelay(
  ctx: Ctx,
  row: CaseRow,
  request: Request,
  reason: string | undefined,
): Promise<void> {
  const granted = await effectOf(ctx, row, request);
  const patch: CasePatch = { ...withDue({ ...row, ...granted }, granted, ctx.now), waits: null };
  const until = granted.paused_until ?? granted.solve_due ?? request.until;
  const facts = { request: request.no, until: iso(until), was: iso(row.solve_due) };
  await closeDelay(ctx, row, request.no, { status: 'granted', reason: reason ?? null });
  const move = `grant_${request.kind}` as const;
  await writeStep(ctx, row, patch, { move, kind: 'note', words: reason, facts });
  await announceToAll(ctx, { ...row, ...patch }, move, facts);
}

/**
 * What was asked in time may be granted after the promise has passed: the miss stays on record.
 *
 * @throws {Refusal} cases.delay-not-possible when the work is done, or the case went to others meanwhile
 */
async function effectOf(ctx: Ctx, row: CaseRow, request: Request): Promise<CasePatch> {
  const inTime = { ...(await factsOf(ctx)), now: request.asked_at };
  const other = row.dispatched_at === null || row.dispatched_at > request.asked_at;
  const why = other ? 'state' : hindrance(row, request, inTime);
  if (why !== undefined) throw notPossible(why);
  if (request.kind === 'suspension') {
    if (request.until <= ctx.now) throw notPossible('past');
    return {
      paused_from: ctx.now,
      paused_until: request.until,
      suspensions: row.suspensions + 1,
    };
  }
  const longer = extendedTo(inTime.calendar, row, request.until);
  if (longer === undefined) throw notPossible('too_long');
  return { ...longer, extensions: row.extensions + 1 };
}

async function refuseDelay(
  ctx: Ctx,
  row: CaseRow,
  request: Pick<Request, 'kind' | 'no'>,
  reason: string,
): Promise<void> {
  await closeDelay(ctx, row, request.no, { status: 'refused', reason });
  const move = `refuse_${request.kind}` as const;
  const facts = { request: request.no };
  await writeStep(ctx, row, { waits: null }, { move, kind: 'note', words: reason, facts });
  announce(ctx, row, move, facts);
}
