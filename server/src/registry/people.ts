// SPDX-License-Identifier: Apache-2.0
// Small facts about people that several cards and lists show.
import { type PresenceRole, type Standing, standings } from '@lilong/contracts/registry';

/** As the contracts write GB/T 2261.1. */
export const sexOf = (sex: number): '0' | '1' | '2' | '9' =>
  sex === 1 || sex === 2 || sex === 9 ? (String(sex) as '1' | '2' | '9') : '0';

/** Whole years on a day; null when the day of birth is not known. A birthday on 29 February is on 1 March in other years. */
export function ageOn(bornOn: string | null, day: string): number | null {
  if (bornOn === null) return null;
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return Math.max(0, day.slice(5) < bornOn.slice(5) ? years - 1 : years);
}

export const standingName = (standing: number): Standing => standings[standing - 1] ?? 'together';

/** Which of somebody's presences stands for the person in a list. */
const order: readonly PresenceRole[] = ['lives', 'registered', 'works', 'owns'];
export const byRole = (a: { role: PresenceRole }, b: { role: PresenceRole }): number =>
  order.indexOf(a.role) - order.indexOf(b.role);
