// SPDX-License-Identifier: Apache-2.0
import { daysAfter } from '@lilong/contracts/days';
import { dayOf, momentAt, shownAt } from '@lilong/ui/moment.ts';

/** Days of the city, whatever zone the machine is set to. */
export { dayOf };

/** The first moment of a calendar day. */
export const startOfDay = (day: string): string => momentAt(`${day}T00:00:00`).toISOString();

/** The end of a calendar day: the first moment of the next one, which does not belong to it. */
export const endOfDay = (day: string): string => startOfDay(daysAfter(day, 1));

/** `2026-03-02T09:30` as typed → the moment. */
export const momentOf = (typed: string): string => momentAt(typed).toISOString();

/** The calendar day `days` after today. */
export const dayAfter = (days: number): string => daysAfter(dayOf(new Date()), days);

/** The moment as a `datetime-local` field wants it, in the city's time. */
export const typedOf = (moment: string): string => shownAt(new Date(moment));
