// SPDX-License-Identifier: Apache-2.0
// Who is next. One rule for everybody in the hall, in words in docs/domain/counters.md. No I/O, no clock.
import type { Priority } from '@lilong/contracts/counters';

/** Numbers that a city may set; all of them 示例. Minutes. */
export interface LineRule {
  /** Whoever has priority stands as if they had come so much earlier. */
  readonly priorityAhead: number;
  /** Whoever booked stands as if they had come so long before their time. */
  readonly bookedAhead: number;
  /** So late somebody may come for their time and still keep it. */
  readonly bookedGrace: number;
}
export const usualRule: LineRule = { priorityAhead: 30, bookedAhead: 15, bookedGrace: 10 };

/** How somebody came into the line. */
export interface Arrival {
  /** Took the ticket, checked in, or was brought back after missing the calls. */
  readonly at: Date;
  readonly priority: Priority | null;
  /** The time that was booked. */
  readonly appointedAt: Date | null;
}

const minute = 60_000; // ms

/**
 * Where somebody stands: the earliest moment is next, equal ones by the order in which the tickets were taken.
 * It is settled once, when they come, and no later act moves it: not a transfer, nor being put aside.
 *
 * So nobody is starved: it is never more than `max(priorityAhead, bookedAhead + bookedGrace)` minutes before the person
 * came, hence whoever comes later than that after me stands behind me for good, whatever priority they have.
 */
export function lineMoment({ at, priority, appointedAt }: Arrival, rule: LineRule): Date {
  const booked = appointedAt === null ? undefined : standingOf(at, appointedAt, rule);
  const came = at.getTime() - (priority === null ? 0 : rule.priorityAhead * minute);
  return new Date(Math.min(came, booked ?? came));
}

/** Who comes too late for their time stands as anybody does. */
function standingOf(at: Date, appointedAt: Date, rule: LineRule): number | undefined {
  const late = at.getTime() - appointedAt.getTime();
  if (late > rule.bookedGrace * minute) return undefined;
  return appointedAt.getTime() - rule.bookedAhead * minute;
}

/** What the line has to know of a ticket that waits. */
export interface Waiting {
  readonly no: number;
  readonly line_at: Date;
  /** Classes that are still to be done. */
  readonly left_over: readonly string[];
  readonly for_window: number | null;
  /** Put aside until then. */
  readonly back_at: Date | null;
}

/** In the order in which they are called; those put aside are left out until their time. */
export function inLine<W extends Waiting>(waiting: readonly W[], now: Date): W[] {
  return inOrder(waiting.filter(({ back_at }) => back_at === null || back_at <= now));
}

/** All of them in their order, those put aside as well. */
export function inOrder<W extends Waiting>(waiting: readonly W[]): W[] {
  return waiting.toSorted(byPlace);
}

function byPlace(one: Waiting, other: Waiting): number {
  return one.line_at.getTime() - other.line_at.getTime() || one.no - other.no;
}

/** True when the window can do something for the ticket. */
export function canServe(
  { no, services }: Serves,
  { left_over, for_window }: Pick<Waiting, 'left_over' | 'for_window'>,
): boolean {
  if (for_window !== null && for_window !== no) return false;
  return for_window === no || left_over.some((service) => services.includes(service));
}

/** Whom the window calls now. The database asks the same in `queries.ts`; a test compares the two. */
export function nextFor<W extends Waiting>(
  window: Serves,
  waiting: readonly W[],
  now: Date,
): W | undefined {
  return inLine(waiting, now).find((ticket) => canServe(window, ticket));
}

/** A window as the line sees it. */
export interface Serves {
  readonly no: number;
  readonly services: readonly string[];
}

type Wants = Pick<Waiting, 'left_over' | 'for_window'>;
/** Whether others are called by the windows that could call this one. */
export function viesWith(ticket: Wants, windows: readonly Serves[]): (other: Wants) => boolean {
  const mine = windows.filter((window) => canServe(window, ticket));
  return (other) =>
    mine.length === 0
      ? other.left_over.some((service) => ticket.left_over.includes(service))
      : mine.some((window) => canServe(window, other));
}

/**
 * Those who are called before this one by a window that could call it as well. While no window is open for it, those ahead
 * who wait for one of its classes.
 */
export function aheadOf<W extends Waiting>(
  ticket: Waiting,
  waiting: readonly W[],
  windows: readonly Serves[],
  now: Date,
): W[] {
  const vies = viesWith(ticket, windows);
  return inLine(waiting, now).filter((other) => byPlace(other, ticket) < 0 && vies(other));
}
