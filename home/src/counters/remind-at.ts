// SPDX-License-Identifier: Apache-2.0
// When this phone reminds whoever waits, and of which ticket it did.
import type { HeldTicket } from '@lilong/contracts/counters';
import type { RemindAt } from '@lilong/contracts/reminders';
import { keep, readKept } from '@lilong/ui/session.ts';

const CHOICE = 'lilong.remind';
const TOLD = 'lilong.reminded';

/** What is offered, the first unless somebody chose another. */
export const remindChoices = ['3', '6', '10m', '20m', 'none'] as const;
export type RemindChoice = (typeof remindChoices)[number];

export function chosenReminder(): RemindChoice {
  const kept = readKept(CHOICE);
  return remindChoices.find((one) => one === kept) ?? '3';
}
export const keepReminder = (choice: RemindChoice): void => keep(CHOICE, choice);

/** Undefined: not at all. */
export function timeOf(choice: RemindChoice): RemindAt | undefined {
  const figure = Number.parseInt(choice, 10);
  if (choice === 'none') return undefined;
  return choice.endsWith('m') ? { minutes: figure } : { ahead: figure };
}

type Standing = Pick<HeldTicket, 'ahead' | 'wait' | 'backAt'>;
/** Whether it is time to come back. Where nobody can say how long it takes, whoever is next is told. */
export function isTime({ ahead, wait, backAt }: Standing, at: RemindAt | undefined): boolean {
  if (at === undefined || ahead === null || backAt !== null) return false;
  if (ahead === 0) return true;
  if (at.ahead !== undefined) return ahead <= at.ahead;
  const minutes = wait?.minutes ?? null;
  return at.minutes !== undefined && minutes !== null && minutes <= at.minutes;
}

/** True the first time that it is asked of a ticket. */
export function firstTime(ticket: string): boolean {
  const told = (readKept(TOLD) ?? '').split(' ').filter((one) => one !== '');
  if (told.includes(ticket)) return false;
  keep(TOLD, [ticket, ...told].slice(0, 10).join(' '));
  return true;
}
