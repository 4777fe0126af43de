// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarFromRows, defaultCalendarRows, dueAt, parseLimit } from './calendar.ts';
import { dateOfDay, dayOfDate, isWeekend, zoneOf } from './calendar-zone.ts';

function startOf(zone: string, date: string): string {
  return new Date(zoneOf(zone).dayStart(dayOfDate(date) ?? Number.NaN)).toISOString();
}

function shownAt(zone: string, date: string, hours: number): string {
  const day = dayOfDate(date) ?? Number.NaN;
  return new Date(zoneOf(zone).at(day, hours * 3_600_000)).toISOString();
}

test('a day starts at midnight of its zone', () => {
  expect(startOf('Asia/Shanghai', '2026-02-14')).toBe('2026-02-13T16:00:00.000Z');
  expect(startOf('Europe/Berlin', '2026-03-29')).toBe('2026-03-28T23:00:00.000Z');
  expect(startOf('Europe/Berlin', '2026-03-30')).toBe('2026-03-29T22:00:00.000Z');
  expect(startOf('Asia/Kathmandu', '2026-01-01')).toBe('2025-12-31T18:15:00.000Z');
  expect(startOf('Pacific/Kiritimati', '2026-01-01')).toBe('2025-12-31T10:00:00.000Z');
});

test('where midnight is left out, a day starts when the clock has been put forward', () => {
  expect(startOf('Africa/Cairo', '2026-04-24')).toBe('2026-04-23T22:00:00.000Z'); // shown as 01:00
  expect(startOf('America/Santiago', '2026-09-06')).toBe('2026-09-06T04:00:00.000Z');
});

test('a date that never was is empty', () => {
  expect(startOf('Pacific/Apia', '2011-12-30')).toBe(startOf('Pacific/Apia', '2011-12-31'));
});

test('the wall clock is met on days on which it is changed', () => {
  expect(shownAt('Europe/Berlin', '2026-03-29', 1)).toBe('2026-03-29T00:00:00.000Z');
  expect(shownAt('Europe/Berlin', '2026-03-29', 2.5)).toBe('2026-03-29T01:30:00.000Z'); // left out: 03:30
  expect(shownAt('Europe/Berlin', '2026-03-29', 9)).toBe('2026-03-29T07:00:00.000Z');
  expect(shownAt('Europe/Berlin', '2026-10-25', 2.5)).toBe('2026-10-25T00:30:00.000Z'); // twice: the first
  expect(shownAt('Europe/Berlin', '2026-10-25', 9)).toBe('2026-10-25T08:00:00.000Z');
  expect(shownAt('Africa/Cairo', '2026-04-24', 0)).toBe('2026-04-23T22:00:00.000Z');
  expect(shownAt('Africa/Cairo', '2026-04-24', 9)).toBe('2026-04-24T06:00:00.000Z');
});

test('deadlines follow the zone across a change of the clock', () => {
  const berlin = calendarFromRows(defaultCalendarRows(2026, 2026), 'Europe/Berlin');
  const due = (from: string, limit: string) =>
    dueAt(berlin, new Date(from), parseLimit(limit)).at.toISOString();
  expect(due('2026-03-28T10:00:00Z', '1UD')).toBe('2026-03-30T22:00:00.000Z'); // Sunday moves to Monday
  expect(due('2026-03-27T15:30:00Z', '1WH')).toBe('2026-03-30T07:30:00.000Z');
  expect(due('2026-03-28T10:00:00Z', '24UH')).toBe('2026-03-29T10:00:00.000Z');
});

test('days and moments agree in every zone', () => {
  const names = [
    'Asia/Shanghai',
    'Europe/Berlin',
    'Africa/Cairo',
    'America/Santiago',
    'Pacific/Apia',
  ];
  const days = fc.integer({ min: dayOfDate('2012-01-05') ?? 0, max: dayOfDate('2030-12-31') ?? 0 });
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      days,
      fc.integer({ min: 0, max: 86_399 }),
      (name, day, second) => {
        const zone = zoneOf(name);
        const start = zone.dayStart(day);
        expect([zone.dayOf(start), zone.dayOf(start - 1)]).toEqual([day, day - 1]);
        const shown = new Intl.DateTimeFormat('sv', {
          timeZone: name,
          dateStyle: 'short',
          timeStyle: 'medium',
        });
        const wanted = `${dateOfDay(day)} ${new Date(second * 1000).toISOString().slice(11, 19)}`;
        const missing = zone.dayStart(day + 1) - start < 86_400_000;
        if (!missing) expect(shown.format(zone.at(day, second * 1000))).toBe(wanted);
      },
    ),
  );
});

test('dates are read strictly', () => {
  expect(dateOfDay(dayOfDate('2024-02-29') ?? 0)).toBe('2024-02-29');
  for (const broken of [
    '2026-02-29',
    '2026-13-01',
    '2026-2-1',
    '20260201',
    '',
    '2026-02-30',
    '2026-02-01T00:00',
  ])
    expect(dayOfDate(broken)).toBeUndefined();
});

test('weekends, before and after 1970', () => {
  const weekend = (date: string) => isWeekend(dayOfDate(date) ?? Number.NaN);
  expect(
    ['2026-02-13', '2026-02-14', '2026-02-15', '2026-02-16', '1969-12-28', '1969-12-29'].map(
      weekend,
    ),
  ).toEqual([false, true, true, false, true, false]);
});

test('an unknown zone is refused', () => {
  expect(() => calendarFromRows(defaultCalendarRows(2026, 2026), 'Asia/Shangai')).toThrow(
    /Asia\/Shangai/,
  );
});
