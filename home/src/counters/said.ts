// SPDX-License-Identifier: Apache-2.0
import type { ServiceLine, Wait } from '@lilong/contracts/counters';
import { useLanguage } from '@lilong/ui/words.tsx';
import type { HomeKey, useT } from '../words/use.ts';
import { shortWindow } from './pronounce.ts';

type T = ReturnType<typeof useT>;

/** What is said with a window: its figure in the reader's language, or else its name as written above it. */
const withWindow = {
  to: ['ticket.to', 'ticket.to-named'],
  at: ['ticket.serving-at', 'ticket.serving-named'],
  wall: ['board.to', 'board.to-named'],
  nth: ['board.nth', 'board.nth-named'],
} as const satisfies Record<string, readonly [HomeKey, HomeKey]>;

export function windowWords(t: T, window: string, how: keyof typeof withWindow): string {
  const [figure, named] = withWindow[how];
  const short = shortWindow(window);
  return short === undefined ? t(named, { window }) : t(figure, { window: short });
}

/** How long it is likely to take, and how well that is known. */
export function waitWords(t: T, { minutes, basis }: Wait): string {
  if (minutes === null || basis === 'none') return t('wait.none');
  return t(`wait.${basis}`, { minutes });
}

export function spansWords(t: T, spans: readonly (readonly [string, string])[]): string {
  if (spans.length === 0) return t('hall.day-off');
  const said = spans.map(([from, to]) => `${from}–${to}`).join(t('hall.and'));
  return said === '00:00–24:00' ? t('hall.all-day') : said;
}

/** The name of a class in the reader's language. */
export function useServiceName(): (service: Pick<ServiceLine, 'name' | 'nameEn'>) => string {
  const language = useLanguage();
  return ({ name, nameEn }) => (language === 'en' ? (nameEn ?? name) : name);
}
