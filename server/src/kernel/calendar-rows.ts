// SPDX-License-Identifier: Apache-2.0
import { dayOfDate, isWeekend, type LocalDate } from './calendar-zone.ts';

/** A day that differs from its weekday, and why: 春节, 国庆节 … */
export interface NamedDay {
  readonly date: LocalDate;
  readonly name: string;
}

/**
 * What is known of one year. *Published*: the State Council's notice is out and in the row.
 * *Assumed*: it is not; Monday to Friday are taken for working days, less the days named here.
 */
export interface YearRow {
  readonly kind: 'year';
  readonly year: number;
  readonly status: 'published' | 'assumed';
  /** Days off, weekends among them or not. */
  readonly off: readonly NamedDay[];
  /** Saturdays and Sundays that are worked (调休). */
  readonly work: readonly NamedDay[];
  readonly source: string;
}

/** `['09:00', '12:00']`, in wall time; the end may be `24:00`. */
export type HourSpan = readonly [string, string];

/** Office hours of every working day from a date on: of the deployment, or of one organisation. */
export interface OfficeHoursRow {
  readonly kind: 'office_hours';
  /** Whose they are (`places.organisation`); left out: of everybody who has none of their own. */
  readonly organisation?: number | null;
  readonly from: LocalDate;
  /** The last day, included; left out: until the next row begins. */
  readonly to?: LocalDate | null;
  readonly spans: readonly HourSpan[];
  readonly source: string;
}

/** The body of a catalogue row, plain JSON. */
export type CalendarRow = YearRow | OfficeHoursRow;

export type BrokenRowReason =
  | 'unknown-kind'
  | 'no-year'
  | 'no-status'
  | 'year-twice'
  | 'no-list'
  | 'no-date'
  | 'other-year'
  | 'date-twice'
  | 'works-anyway'
  | 'published-empty'
  | 'no-spans'
  | 'no-time'
  | 'spans-out-of-order'
  | 'ends-before-start'
  | 'overlap'
  | 'gap'
  | 'no-end-allowed'
  | 'no-office-hours';

/** A calendar row that must not be counted with. Says which row and why, for the operator. */
export class BrokenCalendarRow extends Error {
  readonly row: string;
  readonly reason: BrokenRowReason;
  /** The value to blame. */
  readonly value: string;

  constructor(row: string, reason: BrokenRowReason, value: unknown = '') {
    const shown = typeof value === 'string' ? value : shownOf(value);
    super(`calendar row "${row}": ${reason}${shown === '' ? '' : ` (${shown})`}`);
    this.name = 'BrokenCalendarRow';
    this.row = row;
    this.reason = reason;
    this.value = shown;
  }
}

/** A span as people write it; anything else as it stands. */
function shownOf(value: unknown): string {
  const isSpan = Array.isArray(value) && value.every((part) => typeof part === 'string');
  return isSpan ? value.join('–') : JSON.stringify(value);
}

/** Office hours as counted with: days as numbers, spans in milliseconds since midnight. */
export interface OfficeHours {
  readonly from: LocalDate;
  readonly fromDay: number;
  readonly spans: readonly (readonly [number, number])[];
}

/** A named day as counted with. */
export interface MarkedDay {
  readonly works: boolean;
  readonly name: string;
}

/**
 * Checks the rows of the years and returns their named days by day number.
 * @throws {BrokenCalendarRow}
 */
export function checkYears(rows: readonly YearRow[]): Map<number, MarkedDay> {
  const seen = new Set<number>();
  const marked = new Map<number, MarkedDay>();
  for (const row of rows) {
    const label = `year ${row.year}`;
    if (!Number.isInteger(row.year) || row.year < 1900 || row.year > 9998)
      throw new BrokenCalendarRow(label, 'no-year');
    if (seen.has(row.year)) throw new BrokenCalendarRow(label, 'year-twice');
    seen.add(row.year);
    if (row.status !== 'published' && row.status !== 'assumed')
      throw new BrokenCalendarRow(label, 'no-status', row.status);
    if (!Array.isArray(row.off) || !Array.isArray(row.work))
      throw new BrokenCalendarRow(label, 'no-list');
    if (row.status === 'published' && row.off.length === 0)
      throw new BrokenCalendarRow(label, 'published-empty'); // every year has holidays
    for (const day of row.off) mark(marked, row.year, day, 'off');
    for (const day of row.work) mark(marked, row.year, day, 'work');
  }
  return marked;
}

function mark(
  marked: Map<number, MarkedDay>,
  year: number,
  named: NamedDay,
  as: 'off' | 'work',
): void {
  const label = `year ${year}`;
  const date: unknown = named?.date;
  const day = typeof date === 'string' ? dayOfDate(date) : undefined;
  if (day === undefined) throw new BrokenCalendarRow(label, 'no-date', named);
  if (!named.date.startsWith(`${year}-`))
    throw new BrokenCalendarRow(label, 'other-year', named.date);
  if (marked.has(day)) throw new BrokenCalendarRow(label, 'date-twice', named.date);
  // A worked Friday is a slip of the finger for the Saturday after it.
  if (as === 'work' && !isWeekend(day))
    throw new BrokenCalendarRow(label, 'works-anyway', named.date);
  marked.set(day, { works: as === 'work', name: String(named.name ?? '') });
}

/**
 * Checks office hours: no overlap, no hole, no end. Days before the first row take the first row.
 * @returns the rows, earliest first
 * @throws {BrokenCalendarRow}
 */
export function checkOfficeHours(rows: readonly OfficeHoursRow[]): readonly OfficeHours[] {
  if (rows.length === 0) throw new BrokenCalendarRow('office_hours', 'no-office-hours');
  const read = rows.map(readOfficeHours).sort((a, b) => a.fromDay - b.fromDay);
  for (const [i, row] of read.entries()) {
    const next = read[i + 1];
    const label = `office_hours from ${row.from}`;
    if (next === undefined) {
      if (row.toDay !== undefined) throw new BrokenCalendarRow(label, 'no-end-allowed');
      continue;
    }
    const follows = row.toDay === undefined ? next.fromDay : row.toDay + 1;
    if (row.fromDay === next.fromDay || follows > next.fromDay)
      throw new BrokenCalendarRow(label, 'overlap', next.from);
    if (follows < next.fromDay) throw new BrokenCalendarRow(label, 'gap', next.from);
  }
  return read;
}

function readOfficeHours(row: OfficeHoursRow): OfficeHours & { toDay: number | undefined } {
  const label = `office_hours from ${row.from}`;
  const fromDay = dayOfDate(String(row.from));
  if (fromDay === undefined) throw new BrokenCalendarRow(label, 'no-date', row.from);
  const toDay = row.to === undefined || row.to === null ? undefined : dayOfDate(String(row.to));
  if (toDay === undefined && row.to !== undefined && row.to !== null)
    throw new BrokenCalendarRow(label, 'no-date', row.to);
  if (toDay !== undefined && toDay < fromDay)
    throw new BrokenCalendarRow(label, 'ends-before-start', row.to);
  return { from: row.from, fromDay, toDay, spans: readSpans(label, row.spans) };
}

function readSpans(label: string, spans: readonly HourSpan[]): [number, number][] {
  if (!Array.isArray(spans) || spans.length === 0) throw new BrokenCalendarRow(label, 'no-spans');
  let free = 0;
  return spans.map((span: HourSpan) => {
    const [open, close] = [readTime(span?.[0]), readTime(span?.[1])];
    if (open === undefined || close === undefined || span.length !== 2)
      throw new BrokenCalendarRow(label, 'no-time', span);
    if (open < free || close <= open)
      throw new BrokenCalendarRow(label, 'spans-out-of-order', span);
    free = close;
    return [open, close];
  });
}

/** `13:30` → milliseconds since midnight. */
function readTime(time: unknown): number | undefined {
  if (typeof time !== 'string' || !/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time)) return undefined;
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
}
