// SPDX-License-Identifier: Apache-2.0
// Pure rules: which promises run, until when, and how late they are. No I/O, no clock.
import type { CaseState } from '@lilong/contracts/case-flow';
import {
  type Calendar,
  dueAfterPause,
  dueAt,
  hoursOf,
  type Limit,
  parseLimit,
} from '../kernel/calendar.ts';
import type { CasePatch, CaseRow } from './tables.ts';

/** Steps that a case waits at, each with a limit of this key in the catalogue. */
export const stages = ['verify', 'dispatch', 'rule', 'check', 'close'] as const;
export type Stage = (typeof stages)[number];
export type StageLimits = Partial<Record<Stage, string>>;

const stageOfState: Partial<Record<CaseState, Stage>> = {
  pending_verify: 'verify',
  pending_dispatch: 'dispatch',
  pending_check: 'check',
  pending_close: 'close',
};
type Standing = Pick<CaseRow, 'state' | 'round' | 'adjudication' | 'answered_at'>;

/** From round two on, and after a second return, only the street leader sends a case on. */
export function leaderOnly({
  round,
  adjudication,
}: Pick<CaseRow, 'round' | 'adjudication'>): boolean {
  return adjudication || round > 1;
}

/** Waits for the leader's ruling, also while what was never registered is registered for it. */
function awaitsRuling(row: Standing): boolean {
  if (row.state === 'pending_dispatch') return leaderOnly(row);
  return row.round > 1 && (row.state === 'pending_register' || row.state === 'pending_verify');
}

function stageOf(row: Standing): Stage | undefined {
  if (awaitsRuling(row)) return 'rule';
  // Put back to registration after it was answered: it still has to be sent out.
  if (row.state === 'pending_register' && row.answered_at !== null) return 'dispatch';
  return stageOfState[row.state];
}

/** Until when the step that a case has come to should be done. It runs on as long as the step is the same. */
export function stageDue(
  before: CaseRow,
  after: Standing,
  { calendar, limits, now }: { calendar: Calendar; limits: StageLimits; now: Date },
): Date | null {
  const stage = stageOf(after);
  if (before.stage_due !== null && stage === stageOf(before)) return before.stage_due;
  const limit = stage === undefined ? undefined : limits[stage];
  return limit === undefined ? null : dueAt(calendar, now, parseLimit(limit)).at;
}

/** The solve date of a case whose clock started at `from`, with its pauses and granted units, by the hours of who leads. */
export function solveBy(
  calendar: Calendar,
  from: Date,
  row: Pick<CaseRow, 'organisation' | 'solve_limit' | 'extra' | 'pauses'>,
): CasePatch {
  if (row.solve_limit === null) return {};
  const due = dueAfterPause(
    hoursOf(calendar, row.organisation),
    from,
    withExtra(parseLimit(row.solve_limit), row.extra),
    row.pauses.map((pause) => ({ from: new Date(pause.from), to: new Date(pause.to) })),
  );
  return {
    solve_due: due.at,
    solve_provisional: due.provisional,
    extra: row.extra,
    pauses: row.pauses,
  };
}
/** The clock goes on at `at`: the pause is left out of the count for ever. Done while paused is done in time. */
export function resumedAt(calendar: Calendar, row: CaseRow, at: Date): CasePatch {
  if (row.paused_from === null) return {};
  const pauses = [...row.pauses, { from: row.paused_from.toISOString(), to: at.toISOString() }];
  const counted =
    row.dispatched_at === null ? {} : solveBy(calendar, row.dispatched_at, { ...row, pauses });
  return { ...counted, pauses, paused_from: null, paused_until: null };
}
/** An extension counts from the same start; adding to the old end would win or lose a day. */
function withExtra(limit: Limit, extra: number): Limit {
  return { ...limit, amount: limit.amount + extra };
}

/** The promise that runs now: the soonest there is; none when it is paused or ended. */
export function withDue(after: CaseRow, patch: CasePatch, now: Date): CasePatch {
  const { due, provisional } = runningPromise(after);
  const missed = after.due_at !== null && after.due_at < now && after.late_at === null;
  return { ...patch, due_at: due, provisional, ...(missed ? { late_at: after.due_at } : {}) };
}
function runningPromise(row: CaseRow): Promised {
  if (row.ended_at !== null || row.paused_until !== null) return none;
  const told = reporterPromise(row);
  const all = [told.due, row.stage_due, arrival(row)].filter((due) => due !== null);
  const soonest = all.length === 0 ? null : Math.min(...all.map((due) => due.getTime()));
  return { due: soonest === null ? null : new Date(soonest), provisional: told.provisional };
}
/** By when somebody has to be on site, as long as nobody was. */
function arrival({ arrive_due, arrived_at, solved_at }: CaseRow): Date | null {
  return arrived_at === null && solved_at === null ? arrive_due : null;
}

interface Promised {
  readonly due: Date | null;
  readonly provisional: boolean;
}
const none: Promised = { due: null, provisional: false };

/** What of a row decides what its reporter waits for. */
export type Promising = Pick<
  CaseRow,
  | 'state'
  | 'round'
  | 'adjudication'
  | 'answer_due'
  | 'answered_at'
  | 'stage_due'
  | 'solve_due'
  | 'solve_provisional'
  | 'solved_at'
  | 'paused_until'
  | 'ended_at'
  | 'provisional'
>;
/** What the reporter was promised and waits for: the first answer, the leader's ruling, then solving. */
export function reporterPromise(row: Promising): Promised {
  if (row.ended_at !== null || row.paused_until !== null) return none;
  if (row.answered_at === null && row.round === 1)
    return { due: row.answer_due, provisional: row.provisional };
  if (row.solved_at !== null) return none;
  if (awaitsRuling(row) && row.round > 1) return { due: row.stage_due, provisional: false };
  return { due: row.solve_due, provisional: row.solve_due !== null && row.solve_provisional };
}

const soonShare = 24 * 3_600_000; // a promise within a day is soon

/** How a line is marked. Colour is never alone: each has its word. */
export function latenessOf(due: Date | null, now: Date): 'late' | 'soon' | 'ok' | 'none' {
  if (due === null) return 'none';
  const left = due.getTime() - now.getTime();
  if (left < 0) return 'late';
  return left < soonShare ? 'soon' : 'ok';
}
