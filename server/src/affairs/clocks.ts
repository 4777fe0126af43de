// SPDX-License-Identifier: Apache-2.0
// Pure rules: which clock of an application runs, until when. No I/O, no clock.
import type { AffairMove } from '@lilong/contracts/affair-flow';
import { type Calendar, dueAfterPause, dueAt, parseLimit } from '../kernel/calendar.ts';
import type { ApplicationPatch, ApplicationRow } from './tables.ts';

/** Limits that no item has of its own: 行政许可法 articles 32, 42, 44; how long a correction waits is 示例. */
export interface Limits {
  /** Working days to accept, refuse, or ask for all that is missing. */
  readonly receipt: number;
  /** Working days until the decision has reached whoever applied. */
  readonly delivery: number;
  /** Natural days in which what was asked for should be brought. */
  readonly correction: number;
  /** Working days that an extension gives. */
  readonly extension: number;
}
export interface ClockFacts {
  readonly calendar: Calendar;
  readonly now: Date;
  readonly limits: Limits;
}

const stopped: ApplicationPatch = { clock: 'none', due_at: null, provisional: false };

/** What a move does to the clocks of an application. */
export function clocksOf(
  row: ApplicationRow,
  move: AffairMove,
  facts: ClockFacts,
): ApplicationPatch {
  const { now, limits } = facts;
  switch (move.clock) {
    case 'receipt':
      return { received_at: now, ...receipt(now, facts) };
    case 'ask':
      return {
        ...{ ...stopped, clock: 'stopped', asked_at: now, asked_once: true },
        asked_until: daysFrom(facts, now, limits.correction, 'UD').at,
      };
    case 'took_back':
      return {
        ...{ ...stopped, clock: 'stopped', asked_at: row.asked_at ?? now },
        asked_until: daysFrom(facts, now, limits.correction, 'UD').at,
      };
    case 'answered':
      return { answered_at: now, ...receipt(now, facts) };
    case 'start':
      return { accepted_at: now, ...promise({ ...row, accepted_at: now }, facts.calendar) };
    case 'deemed': {
      const from = row.answered_at ?? row.received_at ?? now;
      return {
        accepted_at: from,
        deemed: true,
        ...promise({ ...row, accepted_at: from }, facts.calendar),
      };
    }
    case 'pause':
      return { ...stopped, clock: 'stopped', paused_from: now };
    case 'resume': {
      const on = resumed(row, now);
      return { ...on, ...promise({ ...row, ...on }, facts.calendar) };
    }
    case 'longer': {
      const extra = row.longer_days ?? limits.extension;
      return { extra, ...promise({ ...row, extra }, facts.calendar) };
    }
    case 'decided':
      return { ...delivery(now, facts), decided_at: now };
    case 'end':
      return { ...stopped, ...resumed(row, now), decided_at: row.decided_at ?? now };
    default:
      return {};
  }
}

/** The five days from the day of receipt, or of the correction. */
function receipt(from: Date, facts: ClockFacts): ApplicationPatch {
  const due = daysFrom(facts, from, facts.limits.receipt, 'WD');
  return { clock: 'receipt', due_at: due.at, provisional: due.provisional };
}
function delivery(from: Date, facts: ClockFacts): ApplicationPatch {
  const due = daysFrom(facts, from, facts.limits.delivery, 'WD');
  return { clock: 'delivery', due_at: due.at, provisional: due.provisional };
}
const daysFrom = ({ calendar }: ClockFacts, from: Date, days: number, unit: 'WD' | 'UD') =>
  dueAt(calendar, from, parseLimit(`${days}${unit}`));

type Promising = Pick<ApplicationRow, 'accepted_at' | 'promised' | 'legal' | 'extra' | 'pauses'>;

/** Counted from acceptance each time, with what was paused left out and what was granted added: never from an old end. */
export function promise(row: Promising, calendar: Calendar): ApplicationPatch {
  if (row.accepted_at === null) return {};
  const due = until(row, row.promised, calendar);
  const legal = row.legal === null ? null : until(row, row.legal, calendar);
  return {
    clock: 'promise',
    due_at: due.at,
    legal_due: legal?.at ?? null,
    provisional: due.provisional || legal?.provisional === true,
  };
}

function until({ accepted_at, pauses, extra }: Promising, text: string, calendar: Calendar) {
  const limit = parseLimit(text);
  return dueAfterPause(
    calendar,
    accepted_at ?? new Date(0), // the caller has looked
    // What is granted is granted in days; a promise in hours is counted in days from then on.
    extra > 0 && /hour/.test(limit.kind)
      ? { kind: 'work_day', amount: extra }
      : { ...limit, amount: limit.amount + extra },
    pauses.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) })),
  );
}

/** The clock goes on: the pause is left out of the count for ever. */
function resumed(row: ApplicationRow, now: Date): ApplicationPatch {
  if (row.paused_from === null) return {};
  const pauses = [...row.pauses, { from: row.paused_from.toISOString(), to: now.toISOString() }];
  return { pauses, paused_from: null, pause_kind: null, pause_reason: null };
}

/** The same clock counted again, after a year of the calendar was published. */
export function recounted(row: ApplicationRow, facts: ClockFacts): ApplicationPatch {
  if (row.clock === 'receipt') {
    const from = row.answered_at ?? row.received_at;
    return from === null ? {} : receipt(from, facts);
  }
  if (row.clock === 'delivery')
    return row.decided_at === null ? {} : delivery(row.decided_at, facts);
  return row.clock === 'promise' ? promise(row, facts.calendar) : {};
}
