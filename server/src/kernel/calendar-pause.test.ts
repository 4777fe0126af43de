// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  calendarFromRows,
  dayAt,
  defaultCalendarRows,
  dueAfterPause,
  dueAt,
  parseLimit,
} from './calendar.ts';

const shanghai = calendarFromRows(defaultCalendarRows(2024, 2027));

/** A moment as the wall clock in Shanghai shows it: `2026-02-13 16:59`. */
function at(wall: string): Date {
  return new Date(`${wall.replace(' ', 'T')}${wall.length === 16 ? ':00' : ''}+08:00`);
}

function wall(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

function pausedDue(from: string, limit: string, ...pauses: [string, string][]): string {
  const stops = pauses.map(([a, b]) => ({ from: at(a), to: at(b) }));
  const end = dueAfterPause(shanghai, at(from), parseLimit(limit), stops);
  return wall(end.at) + (end.provisional ? ' ?' : '');
}

test('a pause moves urgent hours by its own length', () => {
  expect(pausedDue('2026-03-02 10:00', '2UH', ['2026-03-02 11:00', '2026-03-05 09:30'])).toBe(
    '2026-03-05 10:30:00',
  );
});

test('a pause keeps the working hours that were left, over a holiday', () => {
  // two of four hours run before 春节; the clock goes on in the afternoon of the 24th
  expect(pausedDue('2026-02-14 10:00', '4WH', ['2026-02-14 12:00', '2026-02-24 14:00'])).toBe(
    '2026-02-24 16:00:00',
  );
  // a pause that lies in the holiday altogether costs nothing
  expect(pausedDue('2026-02-14 16:00', '2WH', ['2026-02-15 10:00', '2026-02-20 10:00'])).toBe(
    '2026-02-24 10:00:00',
  );
});

test('a pause takes days out of a count of working days', () => {
  // 5WD from Mon 2 March: Mon 9 March. Paused Wed to Fri: Thu and Fri are not counted.
  expect(pausedDue('2026-03-02 10:00', '5WD')).toBe('2026-03-10 00:00:00');
  expect(pausedDue('2026-03-02 10:00', '5WD', ['2026-03-04 15:00', '2026-03-06 09:00'])).toBe(
    '2026-03-12 00:00:00',
  );
  expect(pausedDue('2026-03-02 10:00', '5WD', ['2026-03-04 09:00', '2026-03-04 17:00'])).toBe(
    '2026-03-10 00:00:00',
  );
  expect(pausedDue('2026-03-02 10:00', '5WD', ['2026-03-06 18:00', '2026-03-08 12:00'])).toBe(
    '2026-03-10 00:00:00',
  );
  expect(pausedDue('2026-02-13 10:00', '2WD', ['2026-02-14 15:00', '2026-02-24 10:00'])).toBe(
    '2026-02-26 00:00:00',
  );
});

test('a pause takes days out of a count of natural days', () => {
  expect(pausedDue('2026-03-02 10:00', '2UD', ['2026-03-03 10:00', '2026-03-05 10:00'])).toBe(
    '2026-03-07 00:00:00',
  );
  expect(pausedDue('2026-03-02 10:00', '2UD', ['2026-03-03 10:00', '2026-03-06 10:00'])).toBe(
    '2026-03-10 00:00:00',
  );
  expect(pausedDue('2026-03-02 10:00', '5UD', ['2026-03-02 11:00', '2026-03-04 11:00'])).toBe(
    '2026-03-10 00:00:00',
  );
});

test('a pause begun on the last day leaves the day on which the clock goes on', () => {
  expect(pausedDue('2026-03-02 10:00', '1WD', ['2026-03-03 15:00', '2026-03-05 10:00'])).toBe(
    '2026-03-06 00:00:00',
  );
  expect(pausedDue('2026-03-02 10:00', '1WD', ['2026-03-03 15:00', '2026-03-07 10:00'])).toBe(
    '2026-03-10 00:00:00',
  );
  expect(pausedDue('2026-03-05 10:00', '2UD', ['2026-03-08 15:00', '2026-03-11 10:00'])).toBe(
    '2026-03-12 00:00:00',
  );
});

test('a pause begun when the limit was over changes nothing', () => {
  for (const limit of ['2UH', '2WH', '1WD', '1UD'])
    expect(pausedDue('2026-03-02 10:00', limit, ['2026-03-04 00:00', '2026-03-20 00:00'])).toBe(
      pausedDue('2026-03-02 10:00', limit),
    );
});

test('two pauses add up, overlapping ones count once, one before the start not at all', () => {
  const one: [string, string] = ['2026-03-02 11:00', '2026-03-02 13:00'];
  const two: [string, string] = ['2026-03-02 13:30', '2026-03-02 14:00'];
  const over: [string, string] = ['2026-03-02 10:30', '2026-03-02 12:00'];
  const before: [string, string] = ['2026-03-01 10:30', '2026-03-02 09:00'];
  expect(pausedDue('2026-03-02 10:00', '2UH', two, one)).toBe('2026-03-02 14:30:00');
  expect(pausedDue('2026-03-02 10:00', '2UH', one, over)).toBe('2026-03-02 14:30:00');
  expect(pausedDue('2026-03-02 10:00', '2UH', before)).toBe('2026-03-02 12:00:00');
});

test('a pause into an assumed year makes the end provisional', () => {
  expect(pausedDue('2026-12-21 10:00', '2WD', ['2026-12-22 10:00', '2027-01-06 10:00'])).toBe(
    '2027-01-08 00:00:00 ?',
  );
  expect(pausedDue('2026-12-21 10:00', '2WD', ['2026-12-25 10:00', '2027-01-06 10:00'])).toBe(
    '2026-12-24 00:00:00',
  );
});

test('a pause lying in another, or begun before the start, counts for what it adds', () => {
  const long: [string, string] = ['2026-03-02 10:30', '2026-03-02 14:00'];
  const inside: [string, string] = ['2026-03-02 11:00', '2026-03-02 12:00'];
  const across: [string, string] = ['2026-03-02 09:00', '2026-03-02 11:00'];
  expect(pausedDue('2026-03-02 10:00', '2UH', long, inside)).toBe('2026-03-02 15:30:00');
  expect(pausedDue('2026-03-02 10:00', '2UH', across)).toBe('2026-03-02 13:00:00');
  expect(pausedDue('2026-03-02 10:00', '2WH', across)).toBe('2026-03-02 14:30:00');
});

test('assumed days run before a pause make the end provisional, days slept over do not', () => {
  const only2026 = calendarFromRows(defaultCalendarRows(2026, 2026));
  const provisional = (limit: string, from: string, to: string) =>
    dueAfterPause(only2026, at('2025-12-29 10:00'), parseLimit(limit), [
      { from: at(from), to: at(to) },
    ]).provisional;
  expect(provisional('5WD', '2026-01-05 10:00', '2026-01-07 10:00')).toBe(true);
  expect(provisional('40WH', '2026-01-05 10:00', '2026-01-07 10:00')).toBe(true);
  expect(provisional('5WD', '2025-12-29 11:00', '2026-01-07 10:00')).toBe(false);
  expect(provisional('5UD', '2025-12-31 11:00', '2026-01-07 10:00')).toBe(false);
});

test('a pause that ends before it begins is refused', () => {
  expect(() =>
    pausedDue('2026-03-02 10:00', '2UH', ['2026-03-03 10:00', '2026-03-02 10:00']),
  ).toThrow(RangeError);
});

// Whatever the start and the limit.

const start = fc.date({
  min: at('2025-11-01 00:00'),
  max: at('2027-03-01 00:00'),
  noInvalidDate: true,
});
const limit = fc.record({
  kind: fc.constantFrom('urgent_hour', 'work_hour', 'work_day', 'natural_day'),
  amount: fc.integer({ min: 1, max: 40 }),
  toTheMinute: fc.boolean(),
});
const zones = fc
  .constantFrom(
    'Asia/Shanghai',
    'Europe/Berlin',
    'America/St_Johns',
    'Africa/Cairo',
    'Pacific/Apia',
  )
  .map((zone) => calendarFromRows(defaultCalendarRows(2025, 2026), zone));
const pauses = fc.array(
  fc.record({ from: start, ms: fc.nat({ max: 20 * 86_400_000 }) }).map(({ from, ms }) => ({
    from,
    to: new Date(from.getTime() + ms),
  })),
  { maxLength: 4 },
);
const time = (end: { at: Date }) => end.at.getTime();

test('the end lies after the start, and urgent hours exactly so many hours after it', () => {
  fc.assert(
    fc.property(zones, start, limit, (calendar, from, given) => {
      const length = time(dueAt(calendar, from, given)) - from.getTime();
      expect(length).toBeGreaterThan(0);
      if (given.kind === 'urgent_hour') expect(length).toBe(given.amount * 3_600_000);
    }),
  );
});

test('a longer limit never ends earlier', () => {
  fc.assert(
    fc.property(zones, start, limit, pauses, (calendar, from, given, stops) => {
      const longer = { ...given, amount: given.amount + 1 };
      expect(time(dueAfterPause(calendar, from, longer, stops))).toBeGreaterThanOrEqual(
        time(dueAfterPause(calendar, from, given, stops)),
      );
    }),
  );
});

test('a later start never ends earlier', () => {
  fc.assert(
    fc.property(zones, start, start, limit, (calendar, a, b, given) => {
      const [early, late] = a < b ? [a, b] : [b, a];
      expect(time(dueAt(calendar, late, given))).toBeGreaterThanOrEqual(
        time(dueAt(calendar, early, given)),
      );
    }),
  );
});

test('a pause never takes time away, nor does lengthening it', () => {
  fc.assert(
    fc.property(
      zones,
      start,
      limit,
      pauses,
      fc.nat({ max: 1e9 }),
      (calendar, from, given, stops, more) => {
        const longer = stops.map((stop) => ({
          from: stop.from,
          to: new Date(stop.to.getTime() + more),
        }));
        const plain = time(dueAt(calendar, from, given));
        const paused = time(dueAfterPause(calendar, from, given, stops));
        expect(paused).toBeGreaterThanOrEqual(plain);
        expect(time(dueAfterPause(calendar, from, given, longer))).toBeGreaterThanOrEqual(paused);
      },
    ),
  );
});

test('working hours agree with counting minutes one by one', () => {
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  const open = (moment: Date) => {
    const minute = minutes(wall(moment).slice(11));
    const inHours = (minute >= 540 && minute < 720) || (minute >= 810 && minute < 1020);
    return inHours && dayAt(shanghai, moment).works;
  };
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 12 }), pauses, (from, amount, stops) => {
      const begin = Math.floor(from.getTime() / 60_000) * 60_000;
      const still = stops.map((s) => ({ from: floor(s.from), to: floor(s.to) }));
      let moment = begin;
      for (let left = amount * 60; left > 0; moment += 60_000) {
        const stopped = still.some((s) => s.from.getTime() <= moment && moment < s.to.getTime());
        if (!stopped && open(new Date(moment))) left--;
      }
      const end = dueAfterPause(shanghai, new Date(begin), { kind: 'work_hour', amount }, still);
      expect(wall(end.at)).toBe(wall(new Date(moment)));
    }),
    { numRuns: 30 },
  );
});

function floor(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / 60_000) * 60_000);
}
