// SPDX-License-Identifier: Apache-2.0
// Small facts about people that several cards and lists show.
import { type PresenceRole, type Standing, standings } from '@lilong/contracts/registry';

/** As the contracts write GB/T 2261.1. */
export const sexOf = (sex: number): '0' | '1' | '2' | '9' =>
  sex === 1 || sex === 2 || sex === 9 ? (String(sex) as '1' | '2' | '9') : '0';

export const standingName = (standing: number): Standing => standings[standing - 1] ?? 'together';

/** Which of somebody's presences stands for the person in a list. */
const order: readonly PresenceRole[] = ['lives', 'registered', 'works', 'owns'];
export const byRole = (a: { role: PresenceRole }, b: { role: PresenceRole }): number =>
  order.indexOf(a.role) - order.indexOf(b.role);
