// SPDX-License-Identifier: Apache-2.0
import type { Language } from '@lilong/contracts/identity';

const localeOf = (language: Language): string => (language === 'en' ? 'en-GB' : 'zh-CN');
const monday = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** 周一, Mon; 0 is Monday. */
export const weekdayName = (language: Language, weekday: number): string =>
  new Intl.DateTimeFormat(localeOf(language), { weekday: 'short', timeZone: 'UTC' }).format(
    monday + weekday * DAY_MS,
  );

/** 3月2日周一, Mon 2 Mar. */
export const dateName = (language: Language, date: string): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    ...{ month: 'short', day: 'numeric', weekday: 'short', timeZone: 'UTC' },
  }).format(Date.parse(`${date}T00:00:00Z`));
