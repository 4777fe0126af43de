// SPDX-License-Identifier: Apache-2.0

export const DAY_MS = 86_400_000;

/** A date on the wall calendar, `YYYY-MM-DD`. */
export type LocalDate = string;

/**
 * Days and moments of one time zone. A day is a whole number: days since 1970-01-01 on the local
 * wall calendar. A moment is milliseconds since the epoch.
 */
export interface Zone {
  readonly name: string;
  /** The day on which a moment lies. */
  dayOf(at: number): number;
  /** The first moment of a day. `dayStart(day + 1)` is 24:00 of `day`. */
  dayStart(day: number): number;
  /**
   * The moment at which the wall clock of `day` shows `wallMs` since midnight. Of an hour shown
   * twice it is the first; in an hour left out, as much later as the clock was put forward.
   */
  at(day: number, wallMs: number): number;
}

const zones = new Map<string, Zone>();

/**
 * The zone of an IANA name, one per process, so that its day starts are computed once.
 * @throws {RangeError} when the name is unknown
 */
export function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const made = makeZone(name);
  zones.set(name, made);
  return made;
}

/** `2026-02-14` → its day number; undefined when there is no such date. */
export function dayOfDate(date: LocalDate): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return undefined;
  const ms = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(ms)) return undefined;
  const day = ms / DAY_MS;
  return dateOfDay(day) === date ? day : undefined; // 2026-02-30 is read as 2 March
}

export function dateOfDay(day: number): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export function yearOfDay(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

export function isWeekend(day: number): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7; // day 0 was a Thursday; 0 is Sunday
  return weekday === 0 || weekday === 6;
}

function makeZone(name: string): Zone {
  const offset = offsetReader(name);
  const starts = new Map<number, number>();

  function dayStart(day: number): number {
    const known = starts.get(day);
    if (known !== undefined) return known;
    const found = findDayStart(day, offset);
    starts.set(day, found);
    return found;
  }

  function dayOf(at: number): number {
    const day = Math.floor(at / DAY_MS); // in UTC: no zone is a whole day away
    if (at < dayStart(day)) return day - 1;
    return at >= dayStart(day + 1) ? day + 1 : day;
  }

  function at(day: number, wallMs: number): number {
    const start = dayStart(day);
    const end = dayStart(day + 1);
    if (end - start === DAY_MS) return start + wallMs;
    return Math.min(end, Math.max(start, onDayOfChange(day * DAY_MS + wallMs, start, end, offset)));
  }

  return { name, dayOf, dayStart, at };
}

/** How far the zone is ahead of UTC at a moment, in milliseconds. */
type Offset = (at: number) => number;

function offsetReader(timeZone: string): Offset {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at) => {
    const shown = format.format(at).match(/\d+/g)?.map(Number) ?? [];
    const [month = 1, date = 1, year = 1970, hour = 0, minute = 0, second = 0] = shown;
    return Date.UTC(year, month - 1, date, hour, minute, second) - Math.floor(at / 1000) * 1000;
  };
}

/** Midnight where there is one; the end of the missing hour where the clock is put forward at midnight. */
function findDayStart(day: number, offset: Offset): number {
  const wall = day * DAY_MS;
  let before = wall - 15 * 3_600_000; // zones lie between -12 and +14 hours
  let after = wall + 13 * 3_600_000;
  const early = offset(before);
  if (early === offset(after)) return wall - early;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (middle + offset(middle) >= wall) after = middle;
    else before = middle;
  }
  return after;
}

function onDayOfChange(wall: number, start: number, end: number, offset: Offset): number {
  const byOld = wall - offset(start);
  if (byOld + offset(byOld) === wall) return byOld;
  const byNew = wall - offset(end);
  return byNew + offset(byNew) === wall ? byNew : byOld;
}
