// SPDX-License-Identifier: Apache-2.0
// Random walks over what becomes of a bad rating, its clocks over three years of calendars, and small counts.
import { type RatingMove, ratingMoves, ratingStates } from '@lilong/contracts/rating-flow';
import { Refusal } from '@lilong/contracts/refusals';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarFromRows, dayAt, defaultCalendarRows } from '../kernel/calendar.ts';
import { hideSmall } from '../kernel/hide.ts';
import { withoutNumbers } from './say.ts';
import type { RatingRow } from './tables.ts';
import { type ClockFacts, clocksOf, firstState, moved, movesOf } from './workflow.ts';

const zone = 'Asia/Shanghai';
/** 2025 and 2026 are published, 2027 is assumed. */
const calendar = calendarFromRows(defaultCalendarRows(2024, 2030), zone);
const days = { contact: 1, simple: 5, hard: 15 };
const first = Date.parse('2025-01-01T00:00:00Z');
const [HOUR, DAY] = [3_600_000, 86_400_000];
const facts = (at: number): ClockFacts => ({ calendar, now: new Date(at), days });

function fresh(at: number): RatingRow {
  const row: RatingRow = {
    ...{ street: 310101002, no: 7, subject: 'T310101002-10', of: 'visit', place: 310101002000000 },
    ...{ centre_org: 10, unit_org: 10, item: 'general', item_name: '综合', item_name_en: null },
    ...{ grade: 1, reasons: [], sealed: '…', has_words: true, call_back: true, person: null },
    ...{ account: null, token_hash: null, workers: [], rated_at: new Date(at), state: 'heard' },
    ...{ first_due: null, finish_due: null, due_at: null, provisional: false, hard: false },
    ...{ tries: 0, reached_at: null, finished_at: null, result: null, satisfied: null },
    ...{ solved: null, answered_by: null, answered_at: null, version: 0 },
  };
  return { ...row, ...clocksOf(row, facts(at)) };
}
const given = { result: 'explained', satisfied: false, solved: true } as const;

/** What the table of the database holds it to, and what was promised. */
function isSound(row: RatingRow, before: RatingRow): void {
  const { state, due_at, first_due, finish_due, rated_at } = row;
  expect(due_at !== null).toBe(state === 'heard' || state === 'contacted');
  if (state === 'heard') expect(due_at).toEqual(first_due);
  if (state === 'contacted') expect(due_at).toEqual(finish_due);
  expect(row.finished_at !== null).toBe(state === 'finished' || state === 'answered');
  expect(row.answered_by !== null).toBe(state === 'answered');
  expect([row.rated_at, row.first_due]).toEqual([before.rated_at, before.first_due]);
  expect(Number(first_due)).toBeGreaterThan(Number(rated_at));
  expect(Number(finish_due)).toBeGreaterThan(Number(first_due));
  if (before.reached_at !== null) expect(row.reached_at).toEqual(before.reached_at);
  if (before.finished_at !== null) expect(row.finished_at).toEqual(before.finished_at);
  expect(ratingStates.indexOf(state)).toBeGreaterThanOrEqual(ratingStates.indexOf(before.state));
}

test('whatever is done about it, it goes forward alone, and its clocks run from the rating', () => {
  const reached = new Set<string>();
  const steps = fc.array(
    fc.record({ move: fc.constantFrom<RatingMove>(...ratingMoves), hours: fc.nat({ max: 100 }) }),
    { minLength: 1, maxLength: 25, size: 'max' },
  );
  fc.assert(
    fc.property(steps, fc.nat({ max: 3 * 365 * 24 }), (walk, hour) => {
      let now = first + hour * HOUR;
      let row = fresh(now);
      isSound(row, row);
      for (const { move, hours } of walk) {
        now += hours * HOUR;
        const may = [
          ...movesOf(row, 'unit', new Date(now)),
          ...movesOf(row, 'rater', new Date(now)),
        ];
        try {
          const next = { ...row, ...moved(row, move, given, facts(now)) };
          expect(may).toContain(move);
          isSound(next, row);
          if (move === 'hard')
            expect(Number(next.finish_due)).toBeGreaterThan(Number(row.finish_due));
          row = next;
          reached.add(row.state);
        } catch (fault) {
          if (!(fault instanceof Refusal)) throw fault;
          expect(may).not.toContain(move);
        }
      }
    }),
    { numRuns: 400 },
  );
  expect([...reached].sort()).toEqual(['answered', 'contacted', 'finished', 'heard']);
});

/** How many worked days lie after the day of the rating, up to and with the last day of the limit. */
function worked(from: Date, due: Date): number {
  let count = 0;
  for (let at = from.getTime() + DAY; at < due.getTime() - HOUR; at += DAY)
    if (dayAt(calendar, new Date(at)).works) count += 1;
  return count;
}

test('1, 5 and 15 are worked days after that of the rating, whatever holidays lie between', () => {
  fc.assert(
    fc.property(fc.nat({ max: 3 * 365 }), fc.boolean(), (day, hard) => {
      const noon = first + day * DAY + 4 * HOUR;
      const row = { ...fresh(noon), hard };
      const { first_due, finish_due } = clocksOf(row, facts(noon));
      expect(worked(row.rated_at, first_due ?? new Date(0))).toBe(1);
      expect(worked(row.rated_at, finish_due ?? new Date(0))).toBe(hard ? 15 : 5);
    }),
    { numRuns: 300 },
  );
});

test('across 春节 2026, on a worked Saturday, and over a year that is only assumed', () => {
  const dues = (at: string) => {
    const { first_due, finish_due, provisional } = fresh(Date.parse(at));
    return [first_due?.toISOString(), finish_due?.toISOString(), provisional];
  };
  // Friday; Saturday the 14th is worked, then 春节 until the 23rd.
  expect(dues('2026-02-13T02:00:00Z')).toEqual([
    ...['2026-02-14T16:00:00.000Z', '2026-02-27T16:00:00.000Z', false],
  ]);
  expect(dues('2026-12-30T02:00:00Z')[2]).toBe(true);
});

test('only a bad rating with words is handled', () => {
  const first = [1, 2, 3, 4, 5].flatMap((grade) => [
    firstState(grade, true),
    firstState(grade, false),
  ]);
  expect(first.map((state) => state === 'heard')).toEqual([
    ...[true, false, true, false, false, false, false, false, false, false],
  ]);
  expect(clocksOf({ ...fresh(first.length), state: 'counted' }, facts(0))).toEqual({});
});

test('no small count is told, nor follows from the others and their sum', () => {
  const counts = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(counts, fc.integer({ min: 2, max: 10 }), (all, fewest) => {
      const told = hideSmall(all, fewest);
      const hidden = all.filter((_, at) => told[at] === null);
      for (const [at, count] of told.entries()) {
        if (count === null) continue;
        expect(count).toBe(all[at]);
        expect(count === 0 || count >= fewest).toBe(true);
      }
      if (hidden.length === 0) return;
      const sum = hidden.reduce((one, other) => one + other, 0);
      // Everything hidden, or more than one, and together not small.
      expect(hidden.length === all.length || (hidden.length > 1 && sum >= fewest)).toBe(true);
    }),
  );
});

test('telephones and document numbers among somebody’s words are masked, days and sums are not', () => {
  const said = '打 139 1111 2222 或 021-63221234，证 31010119800101001X，2026-03-02 交了 1200 元';
  const told = withoutNumbers(said);
  for (const number of ['139 1111 2222', '63221234', '31010119800101001X'])
    expect(told).not.toContain(number);
  for (const kept of ['2026-03-02', '1200 元']) expect(told).toContain(kept);
});
