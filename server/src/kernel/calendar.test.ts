// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import {
  type CalendarRow,
  calendarFromRows,
  defaultCalendarRows,
  dueAt,
  hoursOf,
  type OfficeHoursRow,
  parseLimit,
  parseLimits,
  yearStatus,
} from './calendar.ts';

const shanghai = calendarFromRows(defaultCalendarRows(2024, 2027));

/** A moment as the wall clock in Shanghai shows it: `2026-02-13 16:59`. */
function at(wall: string): Date {
  return new Date(`${wall.replace(' ', 'T')}${wall.length === 16 ? ':00' : ''}+08:00`);
}

function wall(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

/** `2026-03-03 00:00:00`, with a `?` when provisional. */
function due(from: string, limit: string, calendar = shanghai): string {
  const { at: end, provisional } = dueAt(calendar, at(from), parseLimit(limit));
  return wall(end) + (provisional ? ' ?' : '');
}

describe('limits', () => {
  test('are read by kind and amount', () => {
    expect(parseLimit('2UH')).toEqual({ kind: 'urgent_hour', amount: 2 });
    expect(parseLimit(' 4WH ')).toEqual({ kind: 'work_hour', amount: 4 });
    expect(parseLimits('2UD/15WD')).toEqual([
      { kind: 'natural_day', amount: 2 },
      { kind: 'work_day', amount: 15 },
    ]);
  });

  test.each([
    '',
    '/',
    '2UD/',
    '2UD//1WD',
    '0WD',
    '-1WD',
    '1.5WD',
    '2wd',
    '2',
    'WD',
    '2XD',
    '02WD',
    '2 WD',
    '12345UH',
    '２WD',
    '2WD,3WD',
  ])('refuses %j', (text) => expect(() => parseLimits(text)).toThrow(/is no limit/));

  test.each([0, -1, 1.5, Number.NaN, 10_000])('does not count with an amount of %d', (amount) => {
    expect(() => dueAt(shanghai, at('2026-03-02 10:00'), { kind: 'work_day', amount })).toThrow(
      RangeError,
    );
  });

  test('does not start at no date', () => {
    expect(() => dueAt(shanghai, new Date(Number.NaN), parseLimit('1WH'))).toThrow(RangeError);
  });
});

test.each([
  // from, limit, due
  [
    '2026-02-14 23:30:15',
    '2UH',
    '2026-02-15 01:30:15',
    'urgent hours run through night and holiday',
  ],
  ['2026-03-06 16:59', '1WH', '2026-03-09 09:59:00', 'a Friday 16:59 goes on on Monday'],
  [
    '2026-03-06 16:59:30',
    '4WH',
    '2026-03-09 14:29:30',
    'working hours run to the second, lunch left out',
  ],
  ['2026-03-02 09:00', '3WH', '2026-03-02 12:00:00', 'over at the stroke of noon, not after lunch'],
  ['2026-03-02 12:30', '1WH', '2026-03-02 14:30:00', 'started at lunch'],
  ['2026-03-02 05:00', '1WH', '2026-03-02 10:00:00', 'started before the office opened'],
  ['2026-03-07 10:00', '1WH', '2026-03-09 10:00:00', 'started on a Saturday'],
  ['2026-02-13 16:30', '1WH', '2026-02-14 09:30:00', 'goes on on the worked Saturday before 春节'],
  ['2026-02-14 16:30', '1WH', '2026-02-24 09:30:00', 'and from there across 春节'],
  ['2026-03-02 10:00', '1WD', '2026-03-04 00:00:00', 'the day of the start is not counted'],
  ['2026-03-02 00:00', '1WD', '2026-03-04 00:00:00', 'even from its first second'],
  ['2026-03-06 10:00', '1WD', '2026-03-10 00:00:00', 'Friday to Monday 24:00'],
  ['2026-02-13 10:00', '1WD', '2026-02-15 00:00:00', 'the 调休 Saturday 2026-02-14 counts'],
  ['2026-02-13 10:00', '2WD', '2026-02-25 00:00:00', 'across 春节 to Tuesday the 24th'],
  ['2026-02-13 10:00', '6WD', '2026-03-01 00:00:00', 'and the 调休 Saturday after it counts too'],
  ['2026-02-17 12:00', '1WD', '2026-02-25 00:00:00', 'started on a holiday'],
  ['2026-09-30 18:00', '5WD', '2026-10-14 00:00:00', '国庆节 with its 调休 Saturday'],
  ['2026-03-02 10:00', '2UD', '2026-03-05 00:00:00', 'natural days'],
  ['2026-03-05 10:00', '2UD', '2026-03-10 00:00:00', 'ending on a Saturday, moved to Monday'],
  ['2026-02-12 10:00', '2UD', '2026-02-15 00:00:00', 'ending on the worked Saturday, not moved'],
  ['2026-02-13 10:00', '2UD', '2026-02-25 00:00:00', 'ending in 春节, moved behind it'],
  ['2026-02-17 10:00', '3UD', '2026-02-25 00:00:00', 'started and ended in 春节'],
  [
    '2026-02-17 10:00',
    '7UD',
    '2026-02-25 00:00:00',
    'started in 春节, ended on the first working day',
  ],
])('%s + %s', (from, limit, expected, _why) => {
  expect(due(from, limit)).toBe(expected);
});

test('to the minute a day is 24 hours, and weekends stand still for working days', () => {
  const days = (text: string, from: string) =>
    wall(dueAt(shanghai, at(from), { ...parseLimit(text), toTheMinute: true }).at);
  expect(days('2UD', '2026-02-13 10:20')).toBe('2026-02-15 10:20:00'); // 春节 or not
  expect(days('1WD', '2026-03-02 10:20')).toBe('2026-03-03 10:20:00');
  expect(days('1WD', '2026-03-06 16:00')).toBe('2026-03-09 16:00:00');
  expect(days('2WD', '2026-02-13 16:00')).toBe('2026-02-24 16:00:00');
  expect(days('1WD', '2026-03-07 10:00')).toBe('2026-03-10 00:00:00'); // Monday, whole
});

test('an organisation may keep hours of its own, and hours change by date', () => {
  const rows: OfficeHoursRow[] = [
    {
      kind: 'office_hours',
      organisation: 7,
      from: '2026-06-01',
      spans: [
        ['08:00', '12:00'],
        ['14:00', '18:00'],
      ],
      source: '示例',
    },
    {
      kind: 'office_hours',
      organisation: 7,
      from: '2026-05-28',
      to: '2026-05-31',
      spans: [['10:00', '16:00']],
      source: '示例',
    },
  ];
  const calendar = calendarFromRows([...defaultCalendarRows(2019, 2026), ...rows]);
  const own = hoursOf(calendar, 7);
  expect(due('2026-05-29 15:00', '2WH', own)).toBe('2026-06-01 09:00:00');
  expect(due('2026-05-27 15:00', '2WH', own)).toBe('2026-05-27 17:00:00'); // before they began
  expect(due('2026-05-29 15:00', '2WH', hoursOf(calendar, 8))).toBe('2026-05-29 17:00:00');
  expect(due('2026-05-29 15:00', '2WH', hoursOf(calendar, null))).toBe('2026-05-29 17:00:00');
  expect(due('2026-05-29 15:00', '2WH')).toBe('2026-05-29 17:00:00');
});

describe('an assumed year', () => {
  test('has Monday to Friday only and makes deadlines provisional', () => {
    expect([2026, 2027, 2031].map((year) => yearStatus(shanghai, year))).toEqual([
      'published',
      'assumed',
      'assumed',
    ]);
    expect(due('2027-02-05 10:00', '1WD')).toBe('2027-02-09 00:00:00 ?'); // in truth 春节 2027
    expect(due('2026-12-31 10:00', '1WD')).toBe('2027-01-02 00:00:00 ?');
    expect(due('2026-12-30 10:00', '1WD')).toBe('2027-01-01 00:00:00');
    expect(due('2026-12-30 10:00', '2WD')).toBe('2027-01-02 00:00:00 ?');
    expect(due('2026-12-31 16:30', '1WH')).toBe('2027-01-01 09:30:00 ?');
    expect(due('2026-12-30 10:00', '30UD')).toBe('2027-01-30 00:00:00 ?');
  });

  test('leaves hours around the clock firm', () => {
    expect(due('2026-12-31 23:00', '2UH')).toBe('2027-01-01 01:00:00');
    const twoDays = { ...parseLimit('2UD'), toTheMinute: true };
    expect(dueAt(shanghai, at('2027-02-05 10:00'), twoDays).provisional).toBe(false);
  });

  test('passed over by natural days does not matter, only where they end', () => {
    const next: CalendarRow = {
      kind: 'year',
      year: 2028,
      status: 'published',
      off: [{ date: '2028-01-01', name: '元旦' }],
      work: [],
      source: '示例',
    };
    const gap = calendarFromRows([...defaultCalendarRows(2026, 2026), next]);
    expect(due('2026-12-31 10:00', '370UD', gap)).toBe('2028-01-06 00:00:00');
    expect(due('2026-12-31 10:00', '200UD', gap)).toBe('2027-07-20 00:00:00 ?');
    expect(due('2026-12-31 10:00', '265WD', gap)).toMatch(/^2028-01-.* \?$/);
  });

  test('published, gives the deadline again and firmly', () => {
    const published: CalendarRow = {
      kind: 'year',
      year: 2027,
      status: 'published',
      source: '示例',
      work: [],
      off: [5, 6, 7, 8, 9, 10, 11, 12].map((d) => ({
        date: `2027-02-${String(d).padStart(2, '0')}`,
        name: '春节',
      })),
    };
    const later = calendarFromRows([...defaultCalendarRows(2026, 2026), published]);
    expect(due('2027-02-04 10:00', '1WD', later)).toBe('2027-02-16 00:00:00');
  });
});
