// SPDX-License-Identifier: Apache-2.0
import type { Language } from '@lilong/contracts/identity';

/** The city's clock; a phone set to another zone still shows the promises of the city. */
export const TIME_ZONE = 'Asia/Shanghai';
const DAY_MS = 86_400_000;

/** `time`: 今天 13:12. `day`: 3 月 2 日. `half`: 明天上午. */
export type MomentStyle = 'time' | 'day' | 'half';
export interface SaidMoment {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

const clockFace = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const monthName = new Intl.DateTimeFormat('en', { timeZone: TIME_ZONE, month: 'short' });

/** How people name a day, seen from `now`: the key of the words and the values in them. */
export function sayMoment(moment: Date, now: Date, style: 'time' | 'day'): SaidMoment {
  const prefix = style === 'time' ? 'moment' : 'day';
  const ends = isEndOfDay(moment);
  const at = ends ? new Date(moment.getTime() - 1) : moment;
  const { year, month, day, hour, minute } = faceOf(at);
  const time = ends ? '24:00' : `${hour}:${minute}`;
  const values = { year, month, day, monthName: monthName.format(at), time };
  const near = nearName(dayNumber(at) - dayNumber(now));
  if (near !== undefined) return { key: `${prefix}.${near}`, values };
  const thisYear = year === faceOf(now).year;
  return { key: `${prefix}.${thisYear ? 'month-day' : 'year-month-day'}`, values };
}

/** A whole-day promise ends at 24:00 of its last day, which is stored as 00:00 of the next. */
function isEndOfDay(at: Date): boolean {
  const { hour, minute } = faceOf(at);
  return hour === '00' && minute === '00' && at.getTime() % 60_000 === 0;
}

/** Key of the part of the day: morning until noon, and so on. */
export function halfOf(at: Date): string {
  const hour = Number(faceOf(at).hour);
  if (hour < 6) return 'half.early';
  if (hour < 12) return 'half.morning';
  return hour < 18 ? 'half.afternoon' : 'half.evening';
}

/** Hour of the day in the city, 0 to 23. */
export const hourOf = (at: Date): number => Number(faceOf(at).hour);

function nearName(days: number): string | undefined {
  if (days === 0) return 'today';
  if (days === -1) return 'yesterday';
  return days === 1 ? 'tomorrow' : undefined;
}

function dayNumber(at: Date): number {
  const { year, month, day } = faceOf(at);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

interface Face {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: string;
  readonly minute: string;
}
function faceOf(at: Date): Face {
  const parts = Object.fromEntries(
    clockFace.formatToParts(at).map(({ type, value }) => [type, value]),
  );
  return {
    year: Number(parts.year),
    month: Number(parts.month),
    day: Number(parts.day),
    hour: parts.hour ?? '00',
    minute: parts.minute ?? '00',
  };
}

/** `12,840` in both languages; Chinese screens of the city group by three as well. */
export function sayNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(language === 'en' ? 'en' : 'zh-CN').format(value);
}
