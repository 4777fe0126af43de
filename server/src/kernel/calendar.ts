// SPDX-License-Identifier: Apache-2.0
import type { Calendar } from './calendar-days.ts';
import { type Limit, MOST } from './calendar-limits.ts';
import { DAY_MS } from './calendar-zone.ts';

export {
  type Calendar,
  calendarFromRows,
  type DayKind,
  dayAt,
  defaultCalendarRows,
  hoursOf,
  yearStatus,
} from './calendar-days.ts';
export { type Limit, type LimitKind, parseLimit, parseLimits } from './calendar-limits.ts';
export {
  BrokenCalendarRow,
  type BrokenRowReason,
  type CalendarRow,
  type OfficeHoursRow,
  type YearRow,
} from './calendar-rows.ts';

const HOUR_MS = 3_600_000;

/** When a limit is over. Late is whoever is done after `at`; done at `at` is in time. */
export interface Due {
  readonly at: Date;
  /** It was counted over a day whose year is not published yet, and may move. */
  readonly provisional: boolean;
}

/** The clock stood still from `from` until it was resumed at `to`. */
export interface Pause {
  readonly from: Date;
  readonly to: Date;
}

/**
 * When a limit that starts at `from` is over.
 *
 * Urgent and working hours run to the second. Of days, the day of the start is not counted and the
 * last one ends at 24:00 (the first moment of the day after); a last natural day that is not worked
 * moves to the next working day. With `toTheMinute` a day is 24 hours, for working days 24 hours of
 * working days.
 *
 * @throws {RangeError} when `from` is no date or the amount no whole number from 1 to 9,999
 */
export function dueAt(calendar: Calendar, from: Date, limit: Limit): Due {
  return dueAfterPause(calendar, from, limit, []);
}

/**
 * The same with the pauses (挂账, 补正, 特别程序) left out of the count.
 *
 * It is counted anew from the start each time, so it also serves when a year has been published.
 * Hours: what was left at the pause is left at its end. Days: those after the day of the pause up
 * to and with the day of the end are not counted, as the day of a start is not; a pause within one
 * day changes nothing. A clock stopped on its last day ends with the day on which it goes on, or
 * the next working day. A pause that begins after the limit is over changes nothing: late stays late.
 *
 * @param pauses in any order; overlapping ones count once, time before `from` does not count
 * @throws {RangeError} as `dueAt`, and when a pause ends before it begins
 */
export function dueAfterPause(
  calendar: Calendar,
  from: Date,
  limit: Limit,
  pauses: readonly Pause[],
): Due {
  const start = from.getTime();
  if (Number.isNaN(start)) throw new RangeError('a limit starts at no date');
  if (!Number.isInteger(limit.amount) || limit.amount < 1 || limit.amount > MOST)
    throw new RangeError(`a limit is 1 to ${MOST} whole hours or days, got ${limit.amount}`);
  const stops = pauses.length === 0 ? [] : inOrder(start, pauses);
  const end = landing(calendar, start, limit, stops);
  return { at: new Date(end.at), provisional: end.assumed };
}

interface Stop {
  readonly from: number;
  readonly to: number;
}

interface Landing {
  readonly at: number;
  readonly assumed: boolean;
}

function landing(calendar: Calendar, start: number, limit: Limit, stops: readonly Stop[]): Landing {
  switch (limit.kind) {
    case 'urgent_hour':
      return runTime(always, start, limit.amount * HOUR_MS, stops);
    case 'work_hour':
      return runTime(inOfficeHours(calendar), start, limit.amount * HOUR_MS, stops);
    case 'work_day':
      return limit.toTheMinute === true
        ? runTime(onWorkingDays(calendar), start, limit.amount * DAY_MS, stops)
        : countDays(calendar, start, limit.amount, stops, limit.kind);
    case 'natural_day':
      return limit.toTheMinute === true
        ? runTime(always, start, limit.amount * DAY_MS, stops)
        : countDays(calendar, start, limit.amount, stops, limit.kind);
  }
}

/** The stops after the start, earliest first, none touching another. */
function inOrder(start: number, pauses: readonly Pause[]): Stop[] {
  const sorted = pauses
    .map((pause) => ({ from: pause.from.getTime(), to: pause.to.getTime() }))
    .sort((a, b) => a.from - b.from);
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of sorted) {
    if (!(from <= to)) throw new RangeError('a pause ends before it begins');
    const last = merged.at(-1);
    if (to <= start) continue;
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from: Math.max(from, start), to });
  }
  return merged;
}

// Limits that run: hours, and days to the minute.

interface Reach extends Landing {
  /** Milliseconds still to run; 0 when the limit is over at `at`. */
  readonly left: number;
}

/** Lets `left` milliseconds run from a moment, at the longest until `until`. */
type Run = (from: number, left: number, until: number) => Reach;

function runTime(run: Run, start: number, ms: number, stops: readonly Stop[]): Landing {
  let from = start;
  let left = ms;
  let assumed = false;
  for (const stop of stops) {
    const reach = run(from, left, stop.from);
    assumed ||= reach.assumed;
    if (reach.left === 0) return { at: reach.at, assumed };
    left = reach.left;
    from = stop.to;
  }
  const end = run(from, left, Number.POSITIVE_INFINITY);
  return { at: end.at, assumed: assumed || end.assumed };
}

const always: Run = (from, left, until) => {
  const at = Math.min(from + left, until);
  return { at, left: left - (at - from), assumed: false };
};

const wholeDay: readonly (readonly [number, number])[] = [[0, DAY_MS]];

function onWorkingDays(calendar: Calendar): Run {
  return (from, left, until) => runInSpans(calendar, () => wholeDay, { from, left, until });
}

function spansOf({ officeHours }: Calendar, day: number) {
  return (officeHours.findLast((row) => row.fromDay <= day) ?? officeHours[0])?.spans ?? wholeDay;
}

function inOfficeHours(calendar: Calendar): Run {
  const spansOn = (day: number) => spansOf(calendar, day);
  return (from, left, until) => runInSpans(calendar, spansOn, { from, left, until });
}

/** The office hours of a day, as moments in ms; none on a day off. */
export function officeSpans(calendar: Calendar, day: number): [number, number][] {
  const { zone, kindOf } = calendar;
  if (!kindOf(day).works) return [];
  return spansOf(calendar, day).map(([open, close]) => [zone.at(day, open), zone.at(day, close)]);
}

function runInSpans(
  { zone, kindOf }: Calendar,
  spansOn: (day: number) => readonly (readonly [number, number])[],
  { from, left, until }: { from: number; left: number; until: number },
): Reach {
  let rest = left;
  let assumed = false;
  for (let day = zone.dayOf(from); ; day++) {
    const kind = kindOf(day);
    assumed ||= kind.assumed;
    for (const [open, close] of kind.works ? spansOn(day) : []) {
      const begin = Math.max(zone.at(day, open), from);
      const end = Math.min(zone.at(day, close), until);
      if (end <= begin) continue;
      if (end - begin >= rest) return { at: begin + rest, left: 0, assumed };
      rest -= end - begin;
    }
    if (zone.dayStart(day + 1) >= until) return { at: until, left: rest, assumed };
  }
}

// Limits that are counted: days that end at 24:00.

type DayLimit = 'work_day' | 'natural_day';

function countDays(
  calendar: Calendar,
  start: number,
  amount: number,
  stops: readonly Stop[],
  counted: DayLimit,
): Landing {
  const { zone } = calendar;
  let day = zone.dayOf(start);
  let left = amount;
  let assumed = false;
  for (const stop of stops) {
    const over = zone.dayStart(lastDay(calendar, day, left, counted).day + 1);
    if (stop.from >= over) break;
    const stopped = zone.dayOf(stop.from);
    while (day < stopped && left > 0) {
      day++;
      const kind = calendar.kindOf(day);
      if (counted === 'natural_day' || kind.works) left--;
      if (counted === 'work_day') assumed ||= kind.assumed;
    }
    day = zone.dayOf(stop.to);
  }
  const last = lastDay(calendar, day, left, counted);
  return { at: zone.dayStart(last.day + 1), assumed: assumed || last.assumed };
}

interface LastDay {
  readonly day: number;
  readonly assumed: boolean;
}

/** The last day of `left` days after `day`; with none left `day` itself, or the next working day. */
function lastDay(calendar: Calendar, day: number, left: number, counted: DayLimit): LastDay {
  if (counted === 'natural_day' || left === 0) return workingDayFrom(calendar, day + left);
  let last: LastDay = { day, assumed: false };
  for (let rest = left; rest > 0; rest--) {
    const next = workingDayFrom(calendar, last.day + 1);
    last = { day: next.day, assumed: last.assumed || next.assumed };
  }
  return last;
}

/** `day`, or the first working day after it; assumed when any day looked at is. */
function workingDayFrom({ kindOf }: Calendar, day: number): LastDay {
  let last = day;
  let assumed = false;
  for (; ; last++) {
    const kind = kindOf(last);
    assumed ||= kind.assumed;
    if (kind.works) return { day: last, assumed };
  }
}
