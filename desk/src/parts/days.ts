// SPDX-License-Identifier: Apache-2.0
import { TIME_ZONE } from '@lilong/ui/moment.ts';

/** Days of the city, whatever zone the machine is set to. The city has no summer time, so one offset serves. */
const offset = '+08:00';
const DAY_MS = 86_400_000;

/** The end of a calendar day: the first moment of the next one, which does not belong to it. */
export const endOfDay = (day: string): string =>
  new Date(Date.parse(startOfDay(day)) + DAY_MS).toISOString();

/** The first moment of a calendar day. */
export const startOfDay = (day: string): string =>
  new Date(`${day}T00:00:00${offset}`).toISOString();

/** `2026-03-02T09:30` as typed → the moment. */
export const momentOf = (typed: string): string => new Date(`${typed}:00${offset}`).toISOString();

/** The city's calendar day of a moment. */
export const dayOf = (at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE }).format(at);

/** The calendar day `days` after today. */
export const dayAfter = (days: number): string => dayOf(new Date(Date.now() + days * DAY_MS));

/** The moment as a `datetime-local` field wants it, in the city's time. */
export const typedOf = (moment: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE, dateStyle: 'short', timeStyle: 'short' })
    .format(new Date(moment))
    .replace(' ', 'T');
