// SPDX-License-Identifier: Apache-2.0
// Days of the calendar, `2026-03-02`, as registry, forms and screens reckon with them. Pure.

const DAY_MS = 86_400_000;

/** The day so many days after another; before it, when there are fewer than none. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Whole years on a day; null when the day of birth is not known. A birthday on 29 February is on 1 March in other years. */
export function ageOn(bornOn: string | null, day: string): number | null {
  if (bornOn === null) return null;
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return Math.max(0, day.slice(5) < bornOn.slice(5) ? years - 1 : years);
}

/** The first day of the month so many months after a day's. */
export function monthAfter(day: string, months: number): string {
  const from = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  from.setUTCMonth(from.getUTCMonth() + months);
  return from.toISOString().slice(0, 10);
}
