// SPDX-License-Identifier: Apache-2.0
import type { counterDesk, DeskTicket, ServiceLine, Wait } from '@lilong/contracts/counters';
import type { ReplyOf } from '@lilong/contracts/route';
import { shownAt } from '@lilong/ui/moment.ts';
import { useLanguage } from '@lilong/ui/words.tsx';
import type { useT } from '../words.ts';

export type Hall = ReplyOf<typeof counterDesk>;
export type Line = Hall['line'][number];

/** The name of a class in the reader's language. */
export function useServiceName(): (service: Pick<ServiceLine, 'name' | 'nameEn'>) => string {
  const language = useLanguage();
  return ({ name, nameEn }) => (language === 'en' ? (nameEn ?? name) : name);
}

/** What is still to be done of a ticket. */
export const openMatters = ({ matters }: Pick<DeskTicket, 'matters'>): DeskTicket['matters'] =>
  matters.filter(({ done }) => !done);

/** 10:42, by the clock of the city. */
export const timeOf = (moment: string): string => shownAt(new Date(moment)).slice(11);

/** Whole minutes since then, by the clock of the hall. */
export const minutesSince = (moment: string, now: string): number =>
  Math.max(0, Math.floor((Date.parse(now) - Date.parse(moment)) / 60_000));

/** How it stands with whoever is at a window. */
export function standingWords(
  t: ReturnType<typeof useT>,
  { calls, calledAt, servingAt, state }: DeskTicket,
): string {
  if (state === 'serving' && servingAt !== null)
    return t('counters.serving', { at: timeOf(servingAt) });
  return calledAt === null ? '' : t('counters.called', { times: calls, at: timeOf(calledAt) });
}

export function waitWords(t: ReturnType<typeof useT>, { minutes, basis }: Wait): string {
  if (minutes === null || basis === 'none') return t('counters.no-window');
  return t(basis === 'usual' ? 'counters.usual' : 'counters.about', { minutes });
}
