// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { type CalendarRow, calendarFromRows, dayAt, defaultCalendarRows } from './calendar.ts';

const hours = {
  kind: 'office_hours',
  from: '2026-01-01',
  spans: [
    ['09:00', '12:00'],
    ['13:30', '17:00'],
  ],
  source: '示例',
} as const satisfies CalendarRow;

const year = {
  kind: 'year',
  year: 2026,
  status: 'published',
  off: [{ date: '2026-10-01', name: '国庆节' }],
  work: [{ date: '2026-10-10', name: '国庆节' }],
  source: '示例',
} as const satisfies CalendarRow;

/** What the catalogue may hold after someone edited it by hand. */
function build(...rows: unknown[]) {
  return calendarFromRows(rows as CalendarRow[]);
}

describe('the rows shipped', () => {
  test('hold the notice of 2026 whole and know nothing of 2027', () => {
    const [first, second] = defaultCalendarRows(2026, 2027);
    expect(first).toMatchObject({ kind: 'year', year: 2026, status: 'published' });
    expect(second).toMatchObject({
      kind: 'year',
      year: 2027,
      status: 'assumed',
      off: [],
      work: [],
    });
    if (first?.kind !== 'year') throw new Error('the first row is a year');
    expect(first.off).toHaveLength(33);
    expect(first.work.map((day) => day.date)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
    expect(first.off).toContainEqual({ date: '2026-02-17', name: '春节' });
  });

  test('are plain JSON and pass the checks, for every year the table holds and around it', () => {
    const rows = defaultCalendarRows(2000, 2040);
    expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
    const calendar = calendarFromRows(rows);
    const known = [...calendar.years.values()].filter((row) => row.status === 'published');
    expect([known[0]?.year, known.at(-1)?.year, known.length]).toEqual([2004, 2026, 23]);
  });

  test('tell what day it is', () => {
    const calendar = calendarFromRows(defaultCalendarRows(2026, 2027));
    const on = (moment: string) => dayAt(calendar, new Date(moment));
    expect(on('2026-02-13T16:00:00Z')).toEqual({
      date: '2026-02-14',
      works: true,
      assumed: false,
      name: '春节',
    });
    expect(on('2026-02-17T01:00:00Z')).toEqual({
      date: '2026-02-17',
      works: false,
      assumed: false,
      name: '春节',
    });
    expect(on('2027-02-08T01:00:00Z')).toEqual({
      date: '2027-02-08',
      works: true,
      assumed: true,
      name: undefined,
    });
  });
});

test.each<[string, unknown[], string, string]>([
  ['no row at all', [year, null], 'row 2', 'unknown-kind'],
  ['another kind', [{ ...year, kind: 'month' }], 'row 1', 'unknown-kind'],
  ['a year in words', [{ ...year, year: '2026' }, hours], 'year 2026', 'no-year'],
  ['a status of its own', [{ ...year, status: 'draft' }, hours], 'year 2026', 'no-status'],
  ['a year twice', [year, year, hours], 'year 2026', 'year-twice'],
  ['no list of days', [{ ...year, work: undefined }, hours], 'year 2026', 'no-list'],
  [
    'a published year without holidays',
    [{ ...year, off: [] }, hours],
    'year 2026',
    'published-empty',
  ],
  [
    'a date that is none',
    [{ ...year, off: [{ date: '2026-02-30', name: '' }] }, hours],
    'year 2026',
    'no-date',
  ],
  ['a day that is none', [{ ...year, off: [null] }, hours], 'year 2026', 'no-date'],
  [
    'a day of another year',
    [{ ...year, off: [{ date: '2027-01-01', name: '元旦' }] }, hours],
    'year 2026',
    'other-year',
  ],
  [
    'a day both off and worked',
    [{ ...year, off: [...year.off, ...year.work] }, hours],
    'year 2026',
    'date-twice',
  ],
  [
    'a worked Friday',
    [{ ...year, work: [{ date: '2026-10-09', name: '国庆节' }] }, hours],
    'year 2026',
    'works-anyway',
  ],
  ['no office hours', [year], 'office_hours', 'no-office-hours'],
  [
    'hours without spans',
    [year, { ...hours, spans: [] }],
    'office_hours from 2026-01-01',
    'no-spans',
  ],
  [
    'a time that is none',
    [year, { ...hours, spans: [['9:00', '12:00']] }],
    'office_hours from 2026-01-01',
    'no-time',
  ],
  [
    'a span without end',
    [year, { ...hours, spans: [['09:00']] }],
    'office_hours from 2026-01-01',
    'no-time',
  ],
  [
    'a span turned round',
    [year, { ...hours, spans: [['12:00', '09:00']] }],
    'office_hours from 2026-01-01',
    'spans-out-of-order',
  ],
  [
    'spans that overlap',
    [
      year,
      {
        ...hours,
        spans: [
          ['09:00', '12:00'],
          ['11:00', '17:00'],
        ],
      },
    ],
    'office_hours from 2026-01-01',
    'spans-out-of-order',
  ],
  [
    'hours from no date',
    [year, { ...hours, from: 'spring' }],
    'office_hours from spring',
    'no-date',
  ],
  [
    'hours to no date',
    [year, { ...hours, to: 'autumn' }],
    'office_hours from 2026-01-01',
    'no-date',
  ],
  [
    'hours that end before they begin',
    [year, { ...hours, to: '2025-01-01' }],
    'office_hours from 2026-01-01',
    'ends-before-start',
  ],
  [
    'hours that end with nothing after',
    [year, { ...hours, to: '2026-12-31' }],
    'office_hours from 2026-01-01',
    'no-end-allowed',
  ],
  ['the same hours twice', [year, hours, hours], 'office_hours from 2026-01-01', 'overlap'],
  [
    'hours that overlap',
    [year, { ...hours, to: '2026-06-01' }, { ...hours, from: '2026-06-01' }],
    'office_hours from 2026-01-01',
    'overlap',
  ],
  [
    'hours with a hole',
    [year, { ...hours, to: '2026-05-30' }, { ...hours, from: '2026-06-01' }],
    'office_hours from 2026-01-01',
    'gap',
  ],
])('a broken row is refused by name: %s', (_what, rows, row, reason) => {
  expect(() => build(...rows)).toThrow(
    expect.objectContaining({ name: 'BrokenCalendarRow', row, reason }),
  );
  expect(() => build(...rows)).toThrow(`"${row}": ${reason}`);
});

test('sound rows are not refused', () => {
  const night = { ...hours, from: '2027-01-01', spans: [['00:00', '24:00']] };
  expect(build(night, hours, year).officeHours.map((row) => row.from)).toEqual([
    '2026-01-01',
    '2027-01-01',
  ]);
  expect(build(year, { ...hours, to: null }).officeHours).toHaveLength(1);
});
