// SPDX-License-Identifier: Apache-2.0
// Pure rules: the clocks of a bad rating, and what each move does to it. No I/O, no clock.
import {
  isBadGrade,
  type RatingMove,
  type RatingResult,
  type RatingState,
  ratingFlow,
  ratingMoves,
} from '@lilong/contracts/rating-flow';
import { formatRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import { type Calendar, dueAt, parseLimit } from '../kernel/calendar.ts';
import type { RatingPatch, RatingRow } from './tables.ts';

/** Working days from the rating: to contact, to handle it, to handle it when it is hard. */
export interface RatingDays {
  readonly contact: number;
  readonly simple: number;
  readonly hard: number;
}
export interface ClockFacts {
  readonly calendar: Calendar;
  readonly now: Date;
  readonly days: RatingDays;
}
/** What comes with a move. */
export interface Given {
  readonly result?: RatingResult | undefined;
  readonly satisfied?: boolean | undefined;
  readonly solved?: boolean | undefined;
}

type Clocked = Pick<RatingRow, 'rated_at' | 'hard' | 'state'>;

/** A bad rating with words is heard; everything else counts, and that is all. */
export const firstState = (grade: number, hasWords: boolean): RatingState =>
  isBadGrade(grade) && hasWords ? 'heard' : 'counted';

/** Both clocks, counted from the rating each time: never from an old end. */
export function clocksOf(
  row: Clocked,
  { calendar, days }: Pick<ClockFacts, 'calendar' | 'days'>,
): RatingPatch {
  if (row.state === 'counted') return {};
  const until = (amount: number) => dueAt(calendar, row.rated_at, parseLimit(`${amount}WD`));
  const contact = until(days.contact);
  const finish = until(row.hard ? days.hard : days.simple);
  const clocks = { first_due: contact.at, finish_due: finish.at };
  return {
    ...clocks,
    due_at: runningDue({ ...row, ...clocks }),
    provisional: isRunning(row.state) && (contact.provisional || finish.provisional),
  };
}

const isRunning = (state: RatingState): boolean => state === 'heard' || state === 'contacted';

/** First to contact, then to handle it; nothing runs once it was handled. */
function runningDue(
  row: Pick<RatingRow, 'state' | 'first_due' | 'finish_due'>,
): RatingRow['due_at'] {
  if (row.state === 'heard') return row.first_due;
  return row.state === 'contacted' ? row.finish_due : null;
}

/** Why it does not let this move be made as it stands; undefined when it does. */
export function obstacleTo(
  row: RatingRow,
  move: RatingMove,
  now: Date,
): 'ratings.wrong-state' | 'ratings.contact-first' | undefined {
  if (ratingFlow[row.state][move] === undefined) return 'ratings.wrong-state';
  if (move === 'hard' && (row.hard || isPast(row.finish_due, now))) return 'ratings.wrong-state';
  if (move === 'answer' && row.answered_by === 'rater') return 'ratings.wrong-state';
  if (move === 'finish' && row.state === 'heard' && row.tries === 0) return 'ratings.contact-first';
  return undefined;
}
/** What is late already does not become less late by being called hard. */
const isPast = (due: Date | null, now: Date): boolean => due !== null && now > due;

/** What somebody may do now. */
export const movesOf = (row: RatingRow, who: 'unit' | 'rater', now: Date): RatingMove[] =>
  ratingMoves.filter(
    (move) => ratingFlow[row.state][move]?.who === who && obstacleTo(row, move, now) === undefined,
  );

/**
 * The row after a move.
 *
 * @throws {Refusal} ratings.wrong-state, ratings.contact-first, ratings.say
 */
export function moved(
  row: RatingRow,
  move: RatingMove,
  given: Given,
  facts: ClockFacts,
): RatingPatch {
  const obstacle = obstacleTo(row, move, facts.now);
  if (obstacle === 'ratings.contact-first') throw new Refusal(obstacle, {});
  const to = ratingFlow[row.state][move]?.to;
  if (obstacle !== undefined || to === undefined)
    throw new Refusal('ratings.wrong-state', { ref: formatRef('E', row), state: row.state });
  const patch = { state: to, ...effectsOf(row, move, given, facts.now) };
  return { ...patch, ...clocksOf({ ...row, ...patch }, facts) };
}

function effectsOf(row: RatingRow, move: RatingMove, given: Given, now: Date): RatingPatch {
  switch (move) {
    case 'contact':
      return { reached_at: row.reached_at ?? now };
    case 'miss':
      return { tries: row.tries + 1 };
    case 'hard':
      return { hard: true };
    case 'finish':
      return { finished_at: now, result: need(given.result, 'result') };
    case 'call_back':
      return answer(given, 'unit', now);
    case 'answer':
      return answer(given, 'rater', now);
  }
}

const answer = ({ satisfied, solved }: Given, by: 'rater' | 'unit', now: Date): RatingPatch => ({
  ...{ satisfied: need(satisfied, 'satisfied'), solved: need(solved, 'solved') },
  ...{ answered_by: by, answered_at: now },
});

/** @throws {Refusal} ratings.say */
function need<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Refusal('ratings.say', { need: name }, name);
  return value;
}
