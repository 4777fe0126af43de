// SPDX-License-Identifier: Apache-2.0
import { dayOf, onTimeZone, shownAt, timeZone } from '@lilong/ui/moment.ts';
import { dateName, weekdayName } from '@lilong/ui/weekday.ts';
import { useLanguage } from '@lilong/ui/words.tsx';
import { useSyncExternalStore } from 'react';
import { useT } from '../words/use.ts';

const DAY_MS = 86_400_000;

/** `10:15` by the clocks of the city. */
export const clockAt = (iso: string): string => shownAt(new Date(iso)).slice(11);

/** A day as people say it: 今天, 明天, 3月4日周三. */
export function useDayName(): (day: string) => string {
  const t = useT();
  const language = useLanguage();
  useSyncExternalStore(onTimeZone, timeZone, timeZone);
  return (day) => {
    if (day === dayOf(new Date())) return t('booking.today');
    if (day === dayOf(new Date(Date.now() + DAY_MS))) return t('booking.tomorrow');
    return dateName(language, day);
  };
}

/** The same in two parts, for a calendar: 周三, 3月4日. */
export function useDayParts(): (day: string) => { readonly name: string; readonly date: string } {
  const language = useLanguage();
  const near = useDayName();
  return (day) => {
    const noon = new Date(`${day}T12:00:00Z`);
    const date = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
      ...{ month: 'short', day: 'numeric', timeZone: 'UTC' },
    }).format(noon);
    const said = near(day);
    const isNear = said !== dateName(language, day);
    return { name: isNear ? said : weekdayName(language, (noon.getUTCDay() + 6) % 7), date };
  };
}

/** 明天 10:15. */
export function useWhen(): (booking: { readonly day: string; readonly at: string }) => string {
  const name = useDayName();
  return ({ day, at }) => `${name(day)} ${clockAt(at)}`;
}

/** 482 913. */
export const codeShown = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;
