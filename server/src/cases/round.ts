// SPDX-License-Identifier: Apache-2.0
// "Not solved" starts the next round of the same case. Pure.
import type { Move } from '@lilong/contracts/case-flow';
import type { MoveInput } from '@lilong/contracts/case-work';
import type { CasePatch, CaseRow } from './tables.ts';
import { effectsOf, type MoveFacts } from './workflow.ts';

/** The table of cases holds no more; after that a grade is kept, and the case stays closed. */
export const mostRounds = 9;

/** What the next round changes. What a committee handled by itself was never registered: that comes first. */
export function nextRound(row: CaseRow, move: Move, input: MoveInput, facts: MoveFacts): CasePatch {
  const patch = effectsOf(row, 'not_solved', move, input, facts);
  return row.solve_limit === null ? { ...patch, state: 'pending_register' } : patch;
}
