// SPDX-License-Identifier: Apache-2.0
import type { Ctx } from '../kernel/ctx.ts';
import { iso } from './keys.ts';
import type { CaseRow } from './tables.ts';

type Promised = Pick<
  CaseRow,
  'answer_due' | 'answered_at' | 'solve_due' | 'provisional' | 'due_at' | 'paused_until'
>;

/** What a reporter was promised, and whether the promise that runs now is kept. */
export function promisesOf(ctx: Ctx, row: Promised) {
  return {
    answerDue: iso(row.answer_due),
    answeredAt: iso(row.answered_at),
    solveDue: iso(row.solve_due),
    dueAt: iso(row.due_at),
    pausedUntil: iso(row.paused_until),
    provisional: row.provisional,
    late: row.due_at !== null && row.due_at < ctx.now,
  };
}
