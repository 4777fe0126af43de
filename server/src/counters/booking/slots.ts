// SPDX-License-Identifier: Apache-2.0
// Which starts of a day can be booked, and how many people a start has room for. Pure.
import type { Hours } from '@lilong/contracts/opening-hours';
import type { Calendar } from '../../kernel/calendar.ts';
import { DAY_MS } from '../../kernel/calendar-zone.ts';
import { spansAt } from '../hours.ts';

/** Numbers that a city may set; all of them 示例. */
export interface BookRule {
  /** Minutes between two starts: a unit, which is the time of one window for one matter. */
  readonly every: number;
  /** Percent of each window's time that may be booked; the rest is kept for those who walk in. */
  readonly share: number;
  /** Days ahead of today. */
  readonly days: number;
  /** Bookings to come that one account may have. */
  readonly most: number;
}
export const usualBooking: BookRule = { every: 15, share: 50, days: 14, most: 3 };

const minute = 60_000; // ms
const noonMs = DAY_MS / 2;

/** A span of a day, as moments. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** @param day day number of `Zone` */
export function spansOfDay(calendar: Calendar, hours: Hours, day: number): Span[] {
  const { zone } = calendar;
  const at = (text: string): number => {
    const [hour = 0, minutes = 0] = text.split(':').map(Number);
    return zone.at(day, (hour * 60 + minutes) * minute);
  };
  const spans = spansAt(calendar, hours, new Date(zone.at(day, noonMs)));
  return spans.map(([opens, closes]) => ({ from: at(opens), to: at(closes) }));
}

/** Starts of a day (moments) from which so many units lie within one span, so that nobody is served over noon. */
export function startsOf(spans: readonly Span[], every: number, units: number): number[] {
  return spans.flatMap(({ from, to }) => {
    const room = Math.floor((to - from) / (every * minute)) - units + 1;
    return Array.from({ length: Math.max(0, room) }, (_, index) => from + index * every * minute);
  });
}

/** The units of a booking: one for each matter, one after the other. */
export const unitsOf = (start: number, count: number, every: number): number[] =>
  Array.from({ length: count }, (_, index) => start + index * every * minute);

export interface Bookable {
  readonly ordinal: number;
  readonly services: readonly string[];
}

/**
 * Windows that a start may fill. Each window is bookable at `share` of the starts, evenly spread, and neighbours take
 * turns: so whoever walks in finds a part of every window's time, and a class that one window does has times all day.
 */
export function bookableAt<W extends Bookable>(
  windows: readonly W[],
  start: number,
  { every, share }: BookRule,
): W[] {
  const index = Math.floor(start / (every * minute));
  const upTo = (turn: number): number => Math.floor((turn * share) / 100);
  return windows.filter(({ ordinal }) => upTo(index + ordinal + 1) > upTo(index + ordinal));
}
