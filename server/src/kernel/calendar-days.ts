// SPDX-License-Identifier: Apache-2.0
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import {
  BrokenCalendarRow,
  type CalendarRow,
  checkOfficeHours,
  checkYears,
  type MarkedDay,
  type NamedDay,
  type OfficeHours,
  type OfficeHoursRow,
  type YearRow,
} from './calendar-rows.ts';
import {
  dateOfDay,
  isWeekend,
  type LocalDate,
  yearOfDay,
  type Zone,
  zoneOf,
} from './calendar-zone.ts';

/** Whether a day is worked, and whether that is known or only assumed. */
export interface DayKind {
  readonly works: boolean;
  readonly assumed: boolean;
}

/** What deadlines are counted with: a time zone, the years as far as known, and office hours. */
export interface Calendar {
  readonly timeZone: string;
  readonly zone: Zone;
  readonly years: ReadonlyMap<number, YearRow>;
  readonly marked: ReadonlyMap<number, MarkedDay>;
  /** Earliest first. */
  readonly officeHours: readonly OfficeHours[];
  /** Of organisations that keep other hours than the deployment; see `hoursOf`. */
  readonly ownHours: ReadonlyMap<number, readonly OfficeHours[]>;
  /** @param day day number of `Zone` */
  kindOf(day: number): DayKind;
}

/**
 * Builds a calendar from catalogue rows.
 *
 * @param rows year rows in any order, and at least one row of office hours that is no one organisation's
 * @param timeZone IANA name, the setting TIME_ZONE
 * @throws {BrokenCalendarRow} naming the row and the reason
 * @throws {RangeError} when the time zone is unknown
 */
export function calendarFromRows(
  rows: readonly CalendarRow[],
  timeZone = 'Asia/Shanghai',
): Calendar {
  const { yearRows, hourRows } = sortOut(rows);
  const marked = checkYears(yearRows);
  const officeHours = checkOfficeHours(hourRows.filter((row) => whose(row) === everybody));
  const years = new Map(yearRows.map((row) => [row.year, row]));
  const kinds = new Map<number, DayKind>();
  return {
    timeZone,
    zone: zoneOf(timeZone),
    years,
    marked,
    officeHours,
    ownHours: ownHoursOf(hourRows, officeHours),
    kindOf(day) {
      const known = kinds.get(day);
      if (known !== undefined) return known;
      const works = marked.get(day)?.works ?? !isWeekend(day);
      const kind = { works, assumed: years.get(yearOfDay(day))?.status !== 'published' };
      kinds.set(day, kind);
      return kind;
    },
  };
}

const everybody = 0;
const whose = ({ organisation }: OfficeHoursRow): number => organisation ?? everybody;

/** Until its own hours begin, an organisation keeps those of the deployment. */
function ownHoursOf(
  rows: readonly OfficeHoursRow[],
  shared: readonly OfficeHours[],
): Map<number, readonly OfficeHours[]> {
  const own = new Map<number, readonly OfficeHours[]>();
  for (const [organisation, its] of Map.groupBy(rows, whose)) {
    if (organisation === everybody) continue;
    const checked = checkOfficeHours(its);
    const begin = checked[0]?.fromDay ?? 0;
    own.set(organisation, [...shared.filter(({ fromDay }) => fromDay < begin), ...checked]);
  }
  return own;
}

/** The same days with the office hours of this organisation; those of the deployment when it has none. */
export function hoursOf(calendar: Calendar, organisation: number | null): Calendar {
  const own = organisation === null ? undefined : calendar.ownHours.get(organisation);
  return own === undefined ? calendar : { ...calendar, officeHours: own };
}

/** Whether the holidays of a year are known. A year without a row is assumed. */
export function yearStatus(calendar: Calendar, year: number): YearRow['status'] {
  return calendar.years.get(year)?.status ?? 'assumed';
}

/** The day on which a moment lies, for screens and for `doctor`. `name` is that of a holiday or its 调休. */
export function dayAt(
  calendar: Calendar,
  at: Date,
): DayKind & { date: LocalDate; name: string | undefined } {
  const day = calendar.zone.dayOf(at.getTime());
  return {
    ...calendar.kindOf(day),
    date: dateOfDay(day),
    name: calendar.marked.get(day)?.name,
  };
}

function sortOut(rows: readonly CalendarRow[]) {
  const yearRows: YearRow[] = [];
  const hourRows: OfficeHoursRow[] = [];
  for (const [i, row] of rows.entries()) {
    if (row?.kind === 'year') yearRows.push(row);
    else if (row?.kind === 'office_hours') hourRows.push(row);
    else throw new BrokenCalendarRow(`row ${i + 1}`, 'unknown-kind', row);
  }
  return { yearRows, hourRows };
}

/** Where the rows of a year come from, besides the table of `chinese-days` 1.5.7. */
const notices: Record<number, string> = {
  2025: '国办发明电〔2024〕12号',
  2026: '国办发明电〔2025〕7号',
};

/**
 * The rows a new installation starts with: one per year, and office hours that are 示例.
 *
 * Only the table of `chinese-days` is used, never its functions: asked about a year that it does
 * not hold, they call the Spring Festival working days.
 */
export function defaultCalendarRows(firstYear: number, lastYear: number): CalendarRow[] {
  const rows: CalendarRow[] = [];
  for (let year = firstYear; year <= lastYear; year++) rows.push(defaultYear(year));
  rows.push({
    kind: 'office_hours',
    from: `${firstYear}-01-01`,
    spans: [
      ['09:00', '12:00'],
      ['13:30', '17:00'],
    ],
    source: '示例',
  });
  return rows;
}

function defaultYear(year: number): YearRow {
  const off = daysOfYear(published.holidays, year);
  // A notice covers its year whole: one that lacks New Year or National Day is none.
  const whole = ['01-01', '10-01'].every((d) => off.some(({ date }) => date === `${year}-${d}`));
  if (!whole) {
    const source = '示例：该年节假日安排尚未公布，暂按周一至周五推定';
    return { kind: 'year', year, status: 'assumed', off: [], work: [], source };
  }
  return {
    kind: 'year',
    year,
    status: 'published',
    off,
    work: daysOfYear(published.workdays, year),
    source: `国务院办公厅节假日安排通知${notices[year] ?? ''}（据 chinese-days 1.5.7）`,
  };
}

/** The table says `"2026-02-17": "Spring Festival,春节,4"`. */
function daysOfYear(table: Readonly<Record<string, string>>, year: number): NamedDay[] {
  return Object.entries(table)
    .filter(([date]) => date.startsWith(`${year}-`))
    .map(([date, names]) => ({ date, name: names.split(',')[1] ?? '' }));
}
