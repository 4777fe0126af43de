// SPDX-License-Identifier: Apache-2.0
// When a hall is open, by the wall clock of the city and its calendar. Pure.
import type { Calendar } from '../kernel/calendar.ts';

type Span = [opens: string, closes: string];
/** `08:30` to `16:30`, the end may be `24:00`. Working days, and weekends and holidays; none when it is shut all day. */
export interface Hours {
  readonly working: Span[];
  readonly rest: Span[];
}

const minute = 60_000; // ms
const lookDays = 14;

function wallMs(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return (hours * 60 + minutes) * minute;
}

/** Hours of the day on which `now` lies. */
export function spansAt(calendar: Calendar, hours: Hours, now: Date): Span[] {
  return spansOn(calendar, hours, calendar.zone.dayOf(now.getTime()));
}
const spansOn = ({ kindOf }: Calendar, hours: Hours, day: number): Span[] =>
  kindOf(day).works ? hours.working : hours.rest;

export function isOpen(calendar: Calendar, hours: Hours, now: Date): boolean {
  const day = calendar.zone.dayOf(now.getTime());
  const at = now.getTime();
  return spansOn(calendar, hours, day).some(
    ([opens, closes]) =>
      at >= calendar.zone.at(day, wallMs(opens)) && at < calendar.zone.at(day, wallMs(closes)),
  );
}

/** When it opens next; null while it is open, and when it does not within two weeks. */
export function opensNext(calendar: Calendar, hours: Hours, now: Date): Date | null {
  if (isOpen(calendar, hours, now)) return null;
  const first = calendar.zone.dayOf(now.getTime());
  for (let day = first; day < first + lookDays; day++)
    for (const [opens] of spansOn(calendar, hours, day)) {
      const at = calendar.zone.at(day, wallMs(opens));
      if (at > now.getTime()) return new Date(at);
    }
  return null;
}
