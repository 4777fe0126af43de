// SPDX-License-Identifier: Apache-2.0
// When a hall is open, by the wall clock of the city and its calendar. Pure.
import type { Language } from '@lilong/contracts/identity';
import {
  type DayHours,
  type HallDay,
  type HallDayKind,
  type Hours,
  hoursOn,
  type OtherDays,
  type Span,
} from '@lilong/contracts/opening-hours';
import type { Calendar } from '../kernel/calendar.ts';
import { dateOfDay } from '../kernel/calendar-zone.ts';

const minute = 60_000; // ms
const lookDays = 60;

function wallMs(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return (hours * 60 + minutes) * minute;
}

/** What the calendar says of a day, by its day number. */
export function hallDay({ marked }: Calendar, day: number): HallDay {
  const mark = marked.get(day);
  const named = mark?.works === true ? 'worked' : 'holiday';
  const kind: HallDayKind = mark === undefined ? 'plain' : named;
  return { date: dateOfDay(day), weekday: (((day + 3) % 7) + 7) % 7, kind }; // day 0 was a Thursday
}

const dayOf = ({ zone }: Calendar, now: Date): number => zone.dayOf(now.getTime());
const hoursOfDay = (calendar: Calendar, hours: Hours, day: number): DayHours =>
  hoursOn(hours, hallDay(calendar, day));

/** Hours of the day on which `now` lies. */
export function spansAt(calendar: Calendar, hours: Hours, now: Date): Span[] {
  return [...hoursOfDay(calendar, hours, dayOf(calendar, now)).spans];
}

/** The spans of a day as moments. */
function momentsOf(
  calendar: Calendar,
  hours: Hours,
  day: number,
): [opens: number, closes: number][] {
  const at = (text: string) => calendar.zone.at(day, wallMs(text));
  return hoursOfDay(calendar, hours, day).spans.map(([opens, closes]) => [at(opens), at(closes)]);
}

export function isOpen(calendar: Calendar, hours: Hours, now: Date): boolean {
  return closesAt(calendar, hours, now) !== null;
}

/** When it shuts, for the noon break or the day; null while it is shut. */
export function closesAt(calendar: Calendar, hours: Hours, now: Date): Date | null {
  const at = now.getTime();
  const spans = momentsOf(calendar, hours, dayOf(calendar, now));
  const here = spans.find(([opens, closes]) => at >= opens && at < closes);
  return here === undefined ? null : new Date(here[1]);
}

/** When it opens next; null while it is open, and when it does not within two months. */
export function opensNext(calendar: Calendar, hours: Hours, now: Date): Date | null {
  if (isOpen(calendar, hours, now)) return null;
  const first = dayOf(calendar, now);
  for (let day = first; day < first + lookDays; day++)
    for (const [opens] of momentsOf(calendar, hours, day))
      if (opens > now.getTime()) return new Date(opens);
  return null;
}

/** That it shuts early today, and why. */
export function closingAt(
  calendar: Calendar,
  { early = [] }: Hours,
  now: Date,
): { at: string; why: string; plan: number } | null {
  const today = dateOfDay(dayOf(calendar, now));
  const found = early.find(({ day }) => day === today);
  return found === undefined ? null : { at: found.at, why: found.why, plan: found.plan };
}

const shownDays = 28;
/** Days of the next four weeks that are not as the week is. */
export function otherDaysAt(calendar: Calendar, { days = [] }: Hours, now: Date): OtherDays[] {
  const first = dayOf(calendar, now);
  const [today, last] = [dateOfDay(first), dateOfDay(first + shownDays)];
  return days.filter(({ from, to }) => to >= today && from <= last);
}

/** The moment at which the clock of the hall shows `time` (`15:30`) on the day of `now`. */
export function momentOf(calendar: Calendar, time: string, now: Date): Date {
  return new Date(calendar.zone.at(dayOf(calendar, now), wallMs(time)));
}

const dayParts = { weekday: 'short', month: 'long', day: 'numeric' } as const;
/** 5月16日周六 08:30, as the reader says it. */
export function dayAndTime(at: Date, language: Language, timeZone: string): string {
  const locale = language === 'en' ? 'en-GB' : 'zh-CN';
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const day = at.toLocaleDateString(locale, { ...dayParts, timeZone });
  return `${day} ${at.toLocaleTimeString(locale, { ...time, timeZone })}`;
}
