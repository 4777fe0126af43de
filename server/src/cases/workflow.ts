// SPDX-License-Identifier: Apache-2.0
// Pure rules: what a move does to a case and its clocks. No I/O, no clock.
import {
  type CaseMove,
  type CaseState,
  endStates,
  type Move,
  moveOf,
  type Need,
} from '@lilong/contracts/case-flow';
import type { MoveInput } from '@lilong/contracts/case-work';
import { Refusal } from '@lilong/contracts/refusals';
import { type Calendar, dueAfterPause, type Limit, parseLimit } from '../kernel/calendar.ts';
import type { CasePatch, CaseRow } from './tables.ts';

/** What registration settles: the condition that was met, and its limit. */
export interface Condition {
  readonly row: number;
  readonly order: number;
  readonly limit: string;
  readonly categoryName: string;
  readonly othersMaySee: boolean;
  readonly arriveLimit: string | null;
}
export interface MoveFacts {
  readonly calendar: Calendar;
  readonly now: Date;
  readonly condition?: Condition | undefined;
  /** Named organisations, so that a timeline can name them for ever. */
  readonly organisation?: number | undefined;
}

/**
 * The move that the table permits in this state, with what no table can say.
 *
 * @throws {Refusal} cases.wrong-state, cases.second-return, cases.adjudicate-first, cases.take-back-crew
 */
export function permitted(row: CaseRow, move: CaseMove, ref: string): Move {
  const found = moveOf(row.state, move);
  if (found === undefined || row.merged_into !== null)
    throw new Refusal('cases.wrong-state', { ref, state: row.state });
  if (move === 'return' && row.returns >= 2) throw new Refusal('cases.second-return', { ref });
  if (move === 'dispatch' && leaderOnly(row)) throw new Refusal('cases.adjudicate-first', { ref });
  if (move === 'crew_done' && row.crew === null)
    throw new Refusal('cases.wrong-state', { ref, state: row.state });
  return found;
}

/** In round two, and after a second return, only the street leader sends a case on. */
export function leaderOnly(
  row: Pick<CaseRow, 'round' | 'adjudication' | 'dispatched_at'>,
): boolean {
  return row.adjudication || (row.round > 1 && row.dispatched_at === null);
}

/**
 * Refuses when something that the move needs is missing.
 *
 * @throws {Refusal} cases.need, with the field to blame
 */
export function checkNeeds(needs: readonly Need[], input: MoveInput): void {
  const missing = needs.find((need) => !isGiven(need, input));
  if (missing !== undefined) throw new Refusal('cases.need', { need: missing }, fieldOf[missing]);
}
const fieldOf: Record<Need, string> = {
  category: 'category',
  condition: 'condition',
  reason: 'reason',
  reason_code: 'reasonCode',
  organisation: 'organisation',
  ground: 'ground',
  photo_or_reason: 'reason',
  outcome: 'outcome',
  closing: 'closing',
  answer: 'words',
  until: 'until',
  words: 'words',
};
function isGiven(need: Need, input: MoveInput): boolean {
  if (need === 'photo_or_reason')
    return (input.photos ?? []).length > 0 || input.reason !== undefined;
  const value = (input as Record<string, unknown>)[fieldOf[need]];
  return value !== undefined && value !== '';
}

/** What the move changes in the row: state, the fields it carries, and both clocks. */
export function effectsOf(
  row: CaseRow,
  name: CaseMove,
  move: Move,
  input: MoveInput,
  facts: MoveFacts,
): CasePatch {
  const patch: CasePatch = {
    state: move.to,
    ...carried(row, name, input, facts),
    ...clocks(row, move, facts),
  };
  const ended = endStates.includes(move.to);
  patch.ended_at = ended ? facts.now : null;
  if (ended) patch.outcome = input.outcome ?? input.reason ?? input.reasonCode ?? '';
  return withDue({ ...row, ...patch }, patch, facts.now);
}

function carried(
  row: CaseRow,
  name: CaseMove,
  input: MoveInput,
  { calendar, condition, organisation, now }: MoveFacts,
): CasePatch {
  switch (name) {
    case 'register':
      return condition === undefined ? {} : registered(input, condition, now);
    case 'dispatch':
      return {
        organisation: organisation ?? null,
        assisting: input.assisting ?? [],
        dispatched_at: now,
      };
    case 'rule':
      return {
        organisation: organisation ?? null,
        assisting: input.assisting ?? [],
        dispatched_at: now,
        adjudication: false,
      };
    case 'return':
      return {
        ...resumedAt(calendar, row, now), // a pause was granted to the organisation that gives it back
        organisation: null,
        crew: null,
        returns: row.returns + 1,
        adjudication: row.returns + 1 >= 2,
      };
    case 'recall':
      return { ...resumedAt(calendar, row, now), organisation: null, crew: null };
    case 'assign':
      return { crew: input.crew ?? null };
    case 'revoke':
      return { crew: null };
    case 'rework':
      return { reworks: row.reworks + 1 };
    case 'close':
      return { closing: input.closing ?? null };
    case 'not_solved':
      return {
        round: row.round + 1,
        organisation: null,
        crew: null,
        dispatched_at: null,
        adjudication: false,
        outcome: null,
        closing: null,
      };
    case 'unregister':
      return { condition: null, condition_row: null, solve_limit: null };
    default:
      return {};
  }
}

function registered(input: MoveInput, condition: Condition, now: Date): CasePatch {
  return {
    category: input.category ?? null,
    category_name: condition.categoryName,
    condition: condition.order,
    condition_row: condition.row,
    solve_limit: condition.limit,
    others_may_see: condition.othersMaySee,
    registered_at: now,
  };
}

function clocks(row: CaseRow, move: Move, { calendar, now, condition }: MoveFacts): CasePatch {
  const answered = row.answered_at === null ? { answered_at: now } : {};
  switch (move.clock) {
    case 'answered':
      return answered;
    case 'promise':
      return condition === undefined
        ? answered
        : {
            ...answered,
            ...solveBy(calendar, now, {
              ...row,
              solve_limit: condition.limit,
              extra: 0,
              pauses: [],
            }),
          };
    case 'start_solve':
      return solveBy(calendar, now, { ...row, extra: 0, pauses: [] });
    case 'stop_solve':
      return { ...resumedAt(calendar, row, now), solved_at: row.solved_at ?? now };
    case 'resume_solve':
      return { solved_at: null };
    case 'reset':
      return {
        solved_at: null,
        solve_due: null,
        solve_provisional: false,
        extra: 0,
        pauses: [],
        paused_from: null,
        paused_until: null,
      };
    default:
      return {};
  }
}

/** The solve date of a case whose clock started at `from`, with its pauses and granted units. */
export function solveBy(
  calendar: Calendar,
  from: Date,
  row: Pick<CaseRow, 'solve_limit' | 'extra' | 'pauses'>,
): CasePatch {
  if (row.solve_limit === null) return {};
  const due = dueAfterPause(
    calendar,
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

/** The promise that runs now: first answer, then solving, none once it is solved, paused or ended. */
export function withDue(after: CaseRow, patch: CasePatch, now: Date): CasePatch {
  const { due, provisional } = runningPromise(after);
  const missed = after.due_at !== null && after.due_at < now && after.late_at === null;
  return { ...patch, due_at: due, provisional, ...(missed ? { late_at: after.due_at } : {}) };
}
function runningPromise(row: CaseRow): { due: Date | null; provisional: boolean } {
  const none = { due: null, provisional: false };
  if (row.ended_at !== null || row.paused_until !== null) return none;
  if (row.answered_at === null && row.round === 1)
    return { due: row.answer_due, provisional: row.provisional };
  if (row.solved_at !== null) return none;
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

/** States of a tab of the inbox; undefined where states do not decide it. */
export const bucketStates: Partial<Record<string, readonly CaseState[]>> = {
  register: ['reported', 'pending_verify', 'pending_register'],
  dispatch: ['pending_dispatch'],
  handle: ['pending_handle', 'handling', 'handle_finish'],
  check: ['pending_check'],
  close: ['pending_close'],
};
