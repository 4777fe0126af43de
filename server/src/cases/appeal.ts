// SPDX-License-Identifier: Apache-2.0
// 超时申诉: after closing the department says, once, why it was late; the street reviews it twice.
import type { CaseNews } from '@lilong/contracts/audit-acts';
import type { appealOverdue, decideAppeal } from '@lilong/contracts/case-work';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Actor } from '../kernel/actor.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { caseKey } from './keys.ts';
import { announce, lockCase, writeStep } from './queries.ts';
import { type Appeal, insertAppeal, saveReview, selectAppeal } from './queries-appeal.ts';
import type { CasePatch, CaseRow } from './tables.ts';

type Lateness = Pick<CaseRow, 'state' | 'solved_at' | 'solve_due'>;
/** Who reviews an appeal that stands so; nobody, once it is decided. */
const reviewers = {
  asked: 'dispatcher',
  reviewed: 'street_leader',
  granted: null,
  refused: null,
} as const satisfies Record<Appeal['status'], CaseRow['appeal_for']>;

/** It was solved, too late, and closed. */
export function wasLate({ state, solved_at, solve_due }: Lateness): boolean {
  return state === 'closed' && solved_at !== null && solve_due !== null && solved_at > solve_due;
}

/** Whether the actor, in the post acted as, reviews it next: nobody does so twice. */
export function isFor({ status, reviewers: before }: Appeal, { account, post }: Actor): boolean {
  return reviewers[status] === post?.role && !before.includes(account ?? 0);
}

/**
 * Says why a case was late.
 *
 * @throws {Refusal} cases.appeal-not-possible when it is not closed, was in time, or was appealed before
 */
export async function appeal(
  ctx: Ctx,
  { ref, reason }: InputOf<typeof appealOverdue>,
): Promise<ReplyOf<typeof appealOverdue>> {
  const row = await lockCase(ctx, 'appeal', caseKey(ref));
  if (row.state !== 'closed') throw notPossible('state');
  if (!wasLate(row)) throw notPossible('in_time');
  if ((await selectAppeal(ctx, row)) !== undefined) throw notPossible('used');
  await insertAppeal(ctx, row, reason);
  return noted(ctx, row, { appeal_for: reviewers.asked }, { move: 'appeal', words: reason });
}

/** Reviews it. Two different people agree before it counts as in time; what was missed is never erased. */
export async function review(
  ctx: Ctx,
  { ref, grant, reason }: InputOf<typeof decideAppeal>,
): Promise<ReplyOf<typeof decideAppeal>> {
  const row = await lockCase(ctx, 'decide_appeal', caseKey(ref));
  const found = await selectAppeal(ctx, row);
  if (found === undefined || !['asked', 'reviewed'].includes(found.status))
    throw notPossible('nothing');
  if (row.state !== 'closed') throw notPossible('state'); // the next round has begun
  const account = ctx.actor.account ?? 0; // staff: the policy asks for a post
  if (!isFor(found, ctx.actor)) throw notPossible('other');
  const status = nextStatus(found, grant);
  await saveReview(ctx, row, { status, account, reason });
  const move: CaseNews =
    status === 'reviewed' ? 'review_appeal' : `${grant ? 'grant' : 'refuse'}_appeal`;
  const patch = {
    appeal_for: reviewers[status],
    ...(status === 'granted' ? { exempt: true } : {}),
  };
  return noted(ctx, row, patch, { move, words: reason });
}

function nextStatus({ status }: Appeal, grant: boolean): Appeal['status'] {
  if (!grant) return 'refused';
  return status === 'asked' ? 'reviewed' : 'granted';
}

async function noted(
  ctx: Ctx,
  row: CaseRow,
  patch: CasePatch,
  step: { move: CaseNews; words: string },
): Promise<{ done: true }> {
  await writeStep(ctx, row, patch, { ...step, kind: 'note' });
  announce(ctx, row, step.move);
  return { done: true };
}

function notPossible(why: 'state' | 'in_time' | 'used' | 'nothing' | 'other'): Refusal {
  return new Refusal('cases.appeal-not-possible', { why });
}
