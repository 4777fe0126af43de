// SPDX-License-Identifier: Apache-2.0
import { dayOfDate, zoneOf } from '../kernel/calendar-zone.ts';

/** The moment at which a calendar day (`2026-03-02`) begins in a time zone. */
export function startOfDay(date: string, timeZone: string): Date {
  const day = dayOfDate(date);
  if (day === undefined) throw new RangeError(`not a day: ${date}`);
  return new Date(zoneOf(timeZone).dayStart(day));
}
