// SPDX-License-Identifier: Apache-2.0
import {
  BrokenCalendarRow,
  type CalendarRow,
  calendarFromRows,
  yearStatus,
} from '../kernel/calendar.ts';
import { dateOfDay, zoneOf } from '../kernel/calendar-zone.ts';
import { selectCatalogue } from '../kernel/catalogue-queries.ts';
import type { Database } from '../kernel/db.ts';
import { bad, type Finding, good, warn } from './finding.ts';
import type { Shell } from './shell.ts';

/** The holidays of a year are published around November; from December on their absence is a trouble. */
const warnFrom = '12-01';

/** This year's calendar, and from 1 December the next one's. */
export async function checkCalendar({ config, clock }: Shell, db: Database): Promise<Finding[]> {
  const only = 'approved';
  const kinds = ['calendar_year', 'office_hours'] as const;
  const rows: CalendarRow[] = [];
  for (const kind of kinds)
    for (const { body } of await selectCatalogue(db.kysely, { kind, only }, 1000))
      rows.push(body as unknown as CalendarRow); // checked when it was approved, and again below
  const today = dateOfDay(zoneOf(config.TIME_ZONE).dayOf(clock().getTime()));
  return calendarFindings(rows, today, config.TIME_ZONE);
}

export function calendarFindings(
  rows: readonly CalendarRow[],
  today: string,
  timeZone: string,
): Finding[] {
  const year = Number(today.slice(0, 4));
  try {
    const calendar = calendarFromRows(rows, timeZone);
    const findings = [
      yearStatus(calendar, year) === 'published'
        ? good('doctor.calendar', { year })
        : warn('doctor.calendar-assumed', { year }),
    ];
    const next = year + 1;
    if (today.slice(5) >= warnFrom && yearStatus(calendar, next) !== 'published')
      findings.push(warn('doctor.calendar-assumed', { year: next }));
    return findings;
  } catch (fault) {
    if (!(fault instanceof BrokenCalendarRow)) throw fault;
    return [bad('doctor.calendar-broken', { detail: fault.message })];
  }
}
