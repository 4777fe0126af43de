// SPDX-License-Identifier: Apache-2.0
// A question of the office, and its answer in place. Neither stops a clock.
import type { askReporter } from '@lilong/contracts/case-work';
import type { answerQuestion } from '@lilong/contracts/cases';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { caseKey, reportRef } from './keys.ts';
import { selectReporters, writeStep } from './queries.ts';
import { changedMeanwhile, lockOpen, lockOwnReport, mustBeOpen } from './standing.ts';
import { announceToAll } from './tell.ts';

/**
 * Asks the reporters of a case. A new question replaces one that waits.
 *
 * @throws {Refusal} cases.nobody-to-ask when no reporter has an account to answer with
 */
export async function ask(
  ctx: Ctx,
  { ref, words }: InputOf<typeof askReporter>,
): Promise<ReplyOf<typeof askReporter>> {
  const row = await lockOpen(ctx, 'ask', caseKey(ref));
  if ((await selectReporters(ctx, row)).length === 0)
    throw new Refusal('cases.nobody-to-ask', { ref });
  await writeStep(ctx, row, { question: words }, { move: 'ask', kind: 'note', words });
  await announceToAll(ctx, row, 'ask');
  return { done: true };
}

/** Answers it. Another reporter may have been quicker; then this one is shown what changed. */
export async function answer(
  ctx: Ctx,
  { ref, words }: InputOf<typeof answerQuestion>,
): Promise<ReplyOf<typeof answerQuestion>> {
  const { said, row } = await lockOwnReport(ctx, 'answer', ref);
  mustBeOpen(row);
  if (row.question === null) throw await changedMeanwhile(ctx, row);
  await writeStep(
    ctx,
    row,
    { question: null, waits: row.waits ?? 'answer' },
    {
      move: 'answer',
      kind: 'note',
      words,
      facts: { report: reportRef(said), question: row.question },
    },
  );
  await announceToAll(ctx, row, 'answer', { report: said.no });
  return { done: true };
}
