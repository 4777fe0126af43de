// SPDX-License-Identifier: Apache-2.0
import type { Language } from '@lilong/contracts/identity';

const DAY_MS = 86_400_000;

/** `time`: 今天 13:12. `day`: 3 月 2 日. `half`: 明天上午. */
export type MomentStyle = 'time' | 'day' | 'half';
export interface SaidMoment {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

interface CityClock {
  readonly zone: string;
  readonly face: Intl.DateTimeFormat;
  readonly month: Intl.DateTimeFormat;
}
const clockOf = (zone: string): CityClock => ({
  zone,
  face: new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }),
  month: new Intl.DateTimeFormat('en', { timeZone: zone, month: 'short' }),
});

/** The city's clock; a phone set to another zone still shows the promises of the city. */
let clock = clockOf('Asia/Shanghai');
const onChange = new Set<() => void>();

/** The server says which clocks the city has (setting TIME_ZONE). */
export function setTimeZone(zone: string): void {
  if (zone === clock.zone) return;
  clock = clockOf(zone);
  for (const tell of onChange) tell();
}

export const timeZone = (): string => clock.zone;

export function onTimeZone(tell: () => void): () => void {
  onChange.add(tell);
  return () => onChange.delete(tell);
}

/** The moment at which the city's clocks show `2026-03-02T09:30` or `2026-03-02T09:30:59`. */
export function momentAt(shown: string): Date {
  const wanted = Date.parse(`${shown}Z`);
  const near = wanted - aheadAt(wanted);
  return new Date(wanted - aheadAt(near)); // once more: summer time may begin or end in between
}

/** How far the city's clocks are ahead of UTC, in milliseconds. */
function aheadAt(at: number): number {
  const { year, month, day, hour, minute, second } = faceOf(new Date(at));
  const shown = Date.UTC(year, month - 1, day, Number(hour), Number(minute), Number(second));
  return shown - Math.floor(at / 1000) * 1000;
}

/** The city's calendar day of a moment: 2026-03-02. */
export function dayOf(at: Date): string {
  const { year, month, day } = faceOf(at);
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}

/** What the city's clocks show, as a `datetime-local` field wants it: 2026-03-02T09:30. */
export function shownAt(at: Date): string {
  const { hour, minute } = faceOf(at);
  return `${dayOf(at)}T${hour}:${minute}`;
}

/** How people name a day, seen from `now`: the key of the words and the values in them. */
export function sayMoment(moment: Date, now: Date, style: 'time' | 'day'): SaidMoment {
  const prefix = style === 'time' ? 'moment' : 'day';
  const ends = isEndOfDay(moment);
  const at = ends ? new Date(moment.getTime() - 1) : moment;
  const { year, month, day, hour, minute } = faceOf(at);
  const time = ends ? '24:00' : `${hour}:${minute}`;
  const values = { year, month, day, monthName: clock.month.format(at), time };
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
  readonly second: string;
}
function faceOf(at: Date): Face {
  const parts = Object.fromEntries(
    clock.face.formatToParts(at).map(({ type, value }) => [type, value]),
  );
  return {
    year: Number(parts.year),
    month: Number(parts.month),
    day: Number(parts.day),
    hour: parts.hour ?? '00',
    minute: parts.minute ?? '00',
    second: parts.second ?? '00',
  };
}

/** `12,840` in both languages; Chinese screens of the city group by three as well. */
export function sayNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(language === 'en' ? 'en' : 'zh-CN').format(value);
}
