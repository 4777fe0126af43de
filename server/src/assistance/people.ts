// SPDX-License-Identifier: Apache-2.0
// Days and names. Pure.

/** Whole years on a day; none when nobody knows when they were born. */
export function ageOn(bornOn: string | null, day: string): number | null {
  if (bornOn === null) return null;
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/** 王小明 → 王**: the least by which neighbours know whom a notice is about. */
export const maskName = (name: string): string =>
  `${name.slice(0, 1)}${'*'.repeat(Math.max(1, name.length - 1))}`;

/** So many days after a day. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The first day of the month so many months after a day's. */
export function monthAfter(day: string, months: number): string {
  const from = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  from.setUTCMonth(from.getUTCMonth() + months);
  return from.toISOString().slice(0, 10);
}
