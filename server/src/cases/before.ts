// SPDX-License-Identifier: Apache-2.0
// What an entry of the flow log keeps, so that it can be taken back. Pure.

import { withDue } from './promises.ts';
import type { CasePatch, CaseRow } from './tables.ts';

/** The old value of every column that a patch changes. */
export function keptOf(row: CaseRow, patch: CasePatch): CasePatch {
  return Object.fromEntries(Object.keys(patch).map((name) => [name, row[name as keyof CaseRow]]));
}

/** Columns that hold a moment; jsonb gives moments back as text. */
const moments: ReadonlySet<string> = new Set<keyof CasePatch>([
  'reported_at',
  'answer_due',
  'answered_at',
  'registered_at',
  'dispatched_at',
  'solve_due',
  'solved_at',
  'arrive_due',
  'arrived_at',
  'stage_due',
  'paused_from',
  'paused_until',
  'due_at',
  'ended_at',
  'late_at',
]);

/** Kept columns as a row has them. */
export function revived(before: Readonly<Record<string, unknown>>): CasePatch {
  return Object.fromEntries(
    Object.entries(before).map(([name, value]) => [
      name,
      moments.has(name) && typeof value === 'string' ? new Date(value) : value,
    ]),
  );
}

/** The patch that takes an entry back. A missed promise stays missed: `late_at` is never erased. */
export function takenBack(
  row: CaseRow,
  before: Readonly<Record<string, unknown>>,
  now: Date,
): CasePatch {
  const { late_at: _, ...kept } = revived(before);
  return { ...withDue({ ...row, ...kept }, kept, now), ...kept };
}
