// SPDX-License-Identifier: Apache-2.0
import type { Ctx } from '../kernel/ctx.ts';
import { iso } from './keys.ts';
import { type Promising, reporterPromise } from './promises.ts';

/** What a reporter was promised, and whether the promise that runs now is kept. Limits of the office's own steps are not theirs. */
export function promisesOf(ctx: Ctx, row: Promising) {
  const { due, provisional } = reporterPromise(row);
  // From round two on the next answer is the street leader's ruling.
  const ruling = row.round > 1 && row.solve_due === null ? row.stage_due : null;
  return {
    answerDue: iso(ruling ?? row.answer_due),
    answeredAt: ruling === null ? iso(row.answered_at) : null,
    solveDue: iso(row.solve_due),
    dueAt: iso(due),
    pausedUntil: iso(row.paused_until),
    provisional,
    late: due !== null && due < ctx.now,
  };
}
