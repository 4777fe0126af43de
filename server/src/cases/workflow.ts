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
import { type Calendar, dueAt, hoursOf, parseLimit } from '../kernel/calendar.ts';
import { leaderOnly, resumedAt, type StageLimits, solveBy, stageDue, withDue } from './promises.ts';
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
  /** Limits of the steps that cases wait at. */
  readonly limits: StageLimits;
  readonly condition?: Condition | undefined;
  /** Who gets it, and who helps. */
  readonly organisation?: number | undefined;
  readonly assisting?: readonly number[] | undefined;
}

/** Why a case as it stands does not let this move be made; undefined when it does. */
export function obstacleTo(row: Standing, move: CaseMove): Obstacle | undefined {
  const found = moveOf(row.state, move);
  if (found === undefined || row.merged_into !== null) return 'cases.wrong-state';
  if (found.firstRound === true && row.round > 1) return 'cases.wrong-state';
  if (move === 'crew_done' && row.crew === null) return 'cases.wrong-state';
  if (move === 'arrive' && (row.arrive_due === null || row.arrived_at !== null))
    return 'cases.wrong-state';
  if (move === 'return' && row.crew !== null) return 'cases.take-back-crew';
  if (move === 'return' && row.returns >= 2) return 'cases.no-third-return';
  if (move === 'dispatch' && leaderOnly(row)) return 'cases.adjudicate-first';
  return undefined;
}
type Obstacle =
  | 'cases.wrong-state'
  | 'cases.take-back-crew'
  | 'cases.no-third-return'
  | 'cases.adjudicate-first';
type Standing = Pick<
  CaseRow,
  | 'state'
  | 'round'
  | 'merged_into'
  | 'crew'
  | 'returns'
  | 'adjudication'
  | 'arrive_due'
  | 'arrived_at'
>;

/**
 * The move that the table permits in this state, with what no table can say.
 *
 * @throws {Refusal} cases.wrong-state, cases.no-third-return, cases.adjudicate-first, cases.take-back-crew
 */
export function permitted(row: CaseRow, move: CaseMove, ref: string): Move {
  const found = moveOf(row.state, move);
  const obstacle = obstacleTo(row, move);
  if (found === undefined || obstacle !== undefined)
    throw new Refusal(obstacle ?? 'cases.wrong-state', { ref, state: row.state });
  return found;
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

/** What the move changes in the row: state, the fields it carries, and the clocks. */
export function effectsOf(
  row: CaseRow,
  name: CaseMove,
  move: Move,
  input: MoveInput,
  facts: MoveFacts,
): CasePatch {
  const patch: CasePatch = {
    state: move.to,
    ...handedBack(move),
    ...carried(row, name, input, facts),
    ...clocks(row, move, facts),
  };
  const ended = endStates.includes(move.to);
  patch.ended_at = ended ? facts.now : null;
  if (ended) patch.outcome = input.outcome ?? input.reason ?? input.reasonCode ?? '';
  patch.stage_due = stageDue(row, { ...row, ...patch }, facts);
  return withDue({ ...row, ...patch }, patch, facts.now);
}

/** Coming back raises the question why; going on or ending answers it. */
function handedBack({ kind }: Move): CasePatch {
  if (kind === 'return') return { handed_back: true };
  return ['forward', 'close', 'cancel'].includes(kind) ? { handed_back: false } : {};
}

function carried(row: CaseRow, name: CaseMove, input: MoveInput, facts: MoveFacts): CasePatch {
  const { condition, now } = facts;
  switch (name) {
    case 'register':
      return condition === undefined ? {} : registered(input, condition, now);
    case 'dispatch':
    case 'rule':
      return sent(row, facts);
    case 'return':
      return {
        ...takenAway(row, facts),
        returns: row.returns + 1,
        adjudication: row.returns + 1 >= 2,
      };
    case 'recall':
      return takenAway(row, facts);
    case 'arrive':
    case 'crew_done':
    case 'finish':
      return row.arrive_due === null ? {} : { arrived_at: row.arrived_at ?? now };
    case 'assign':
      return { crew: input.crew ?? null };
    case 'revoke':
      return { crew: null };
    case 'rework':
      return { reworks: row.reworks + 1 };
    case 'close':
      return { closing: input.closing ?? null };
    case 'force_close':
      return { forced: true };
    case 'not_solved':
      return againFrom(row);
    case 'unregister':
      return { condition: null, condition_row: null, solve_limit: null, arrive_limit: null };
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
    arrive_limit: condition.arriveLimit,
    others_may_see: condition.othersMaySee,
    registered_at: now,
  };
}

/** The clocks of arriving and solving run from the dispatch, whether or not anyone signs. */
function sent(row: CaseRow, facts: MoveFacts): CasePatch {
  const { organisation = null, assisting, now } = facts;
  const calendar = hoursOf(facts.calendar, organisation);
  const { arrive_limit, stage_due, sent_in_time } = row;
  return {
    organisation,
    assisting: [...(assisting ?? [])],
    dispatched_at: now,
    adjudication: false,
    sent_in_time: sent_in_time ?? (stage_due === null || now <= stage_due),
    arrive_due: arrive_limit === null ? null : dueAt(calendar, now, parseLimit(arrive_limit)).at,
    arrived_at: null,
  };
}

const withNobody: CasePatch = {
  organisation: null,
  assisting: [],
  crew: null,
  arrive_due: null,
  arrived_at: null,
};
/** A pause was granted to the organisation that has it no more. */
function takenAway(row: CaseRow, { calendar, now }: MoveFacts): CasePatch {
  return { ...resumedAt(calendar, row, now), ...withNobody };
}

/** The next round begins with nobody; what earlier ones missed or were forced to stays. */
function againFrom(row: CaseRow): CasePatch {
  return {
    ...withNobody,
    round: row.round + 1,
    dispatched_at: null,
    adjudication: false,
    returns: 0,
    returns_before: row.returns_before + row.returns,
    exempt: false,
    outcome: null,
    closing: null,
  };
}

function clocks(row: CaseRow, move: Move, facts: MoveFacts): CasePatch {
  const { calendar, now, condition, organisation = row.organisation } = facts;
  const answered = row.answered_at === null ? { answered_at: now } : {};
  const afresh = { ...row, extra: 0, pauses: [] };
  switch (move.clock) {
    case 'answered':
      return answered;
    case 'promise':
      if (condition === undefined) return answered;
      return {
        ...answered,
        ...solveBy(calendar, now, { ...afresh, solve_limit: condition.limit }),
      };
    case 'start_solve':
      return solveBy(calendar, now, { ...afresh, organisation });
    case 'stop_solve':
      return { ...resumedAt(calendar, row, now), solved_at: row.solved_at ?? now };
    case 'give_up':
      return resumedAt(calendar, row, now);
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

/** States of a tab of the inbox; undefined where states do not decide it. */
export const bucketStates: Partial<Record<string, readonly CaseState[]>> = {
  register: ['reported', 'pending_verify', 'pending_register'],
  dispatch: ['pending_dispatch'],
  handle: ['pending_handle', 'handling', 'handle_finish'],
  check: ['pending_check'],
  close: ['pending_close'],
};
