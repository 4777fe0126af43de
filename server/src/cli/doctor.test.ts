// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { defaultCalendarRows } from '../kernel/calendar.ts';
import { calendarFindings } from './doctor-calendar.ts';
import { clockFinding } from './doctor-database.ts';
import { checkNode, diskFinding } from './doctor-machine.ts';

const zone = 'Asia/Shanghai';
const rows = defaultCalendarRows(2026, 2028);
const found = (today: string, of = rows) =>
  calendarFindings(of, today, zone).map(({ level, key, facts }) => [level, key, facts.year]);

test('a year that is not published is mentioned from 1 December of the year before', () => {
  expect(found('2026-11-30')).toEqual([['good', 'doctor.calendar', 2026]]);
  expect(found('2026-12-01')).toEqual([
    ['good', 'doctor.calendar', 2026],
    ['warn', 'doctor.calendar-assumed', 2027],
  ]);
  expect(found('2027-01-01')).toEqual([['warn', 'doctor.calendar-assumed', 2027]]);
});

test('a published next year is not mentioned', () => {
  const published = rows.map((row) =>
    row.kind === 'year' && row.year === 2027
      ? { ...row, status: 'published' as const, off: [{ date: '2027-01-01', name: '元旦' }] }
      : row,
  );
  expect(found('2026-12-15', published)).toEqual([['good', 'doctor.calendar', 2026]]);
});

test('a broken row is said with its reason', () => {
  const [finding] = calendarFindings([...rows, ...rows.slice(0, 1)], '2026-03-02', zone);
  expect(finding).toMatchObject({ level: 'bad', key: 'doctor.calendar-broken' });
  expect(finding?.facts.detail).toContain('year-twice');
});

test.each([
  [0, 'good'],
  [-1500, 'good'],
  [2500, 'warn'],
  [-61_000, 'bad'],
])('a clock %i ms ahead is %s', (aheadMs, level) => {
  expect(clockFinding(aheadMs).level).toBe(level);
});

test.each([
  [50_000_000_000, 'good'],
  [1_000_000_000, 'warn'],
  [100_000_000, 'bad'],
])('%i bytes of free disk are %s', (free, level) => {
  expect(diskFinding('/data', free).level).toBe(level);
});

test('an old Node is bad', () => {
  expect(checkNode('22.11.0').level).toBe('bad');
  expect(checkNode('24.0.0').level).toBe('good');
});
