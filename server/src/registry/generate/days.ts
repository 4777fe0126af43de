// SPDX-License-Identifier: Apache-2.0
import { daysAfter } from '@lilong/contracts/days';
import { between, type Random } from './chance.ts';

const DAY_MS = 86_400_000;
const YEAR = 365.2425;

/** The day on which the generated people have the ages that were drawn for them. */
export const asOf = '2026-01-01';
const today = Date.parse(`${asOf}T00:00:00Z`) / DAY_MS;

/** A day so many days before `day`. */
export const daysBefore = (days: number, day = asOf): string => daysAfter(day, -days);

/** A birthday of somebody of this age. */
export const bornAt = (age: number, random: Random): string =>
  dayOf(today - Math.ceil(age * YEAR) - Math.floor(random() * 365));

/** Some day of the last years, no earlier than a birthday. */
export function sinceSome(years: number, bornOn: string, random: Random): string {
  const day = dayOf(today - between(random, 20, Math.max(21, Math.round(years * YEAR))));
  return day < bornOn ? bornOn : day;
}

const dayOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
