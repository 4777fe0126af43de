// SPDX-License-Identifier: Apache-2.0
// Hours of a day: noon, weekends, 调休 and holidays, single days, and a day that is shut early; and how somebody types them.
import { expect, test } from 'vitest';
import {
  alikeDays,
  faultIn,
  type HallDay,
  type Hours,
  hoursOn,
  plainWeek,
  type Span,
  spansIn,
} from './opening-hours.ts';

const whole: Span[] = [['08:30', '16:30']];
const withNoon: Span[] = [
  ['08:30', '11:30'],
  ['13:00', '16:30'],
];
const morning: Span[] = [['08:30', '11:30']];
const plain: Hours = { working: withNoon, rest: morning };
const on = (date: string, weekday: number, kind: HallDay['kind'] = 'plain'): HallDay => ({
  ...{ date, weekday, kind },
});
const monday = on('2026-03-02', 0);
const saturday = on('2026-03-07', 5);
const spans = (hours: Hours, day: HallDay) => hoursOn(hours, day).spans;

test('shut at noon on working days, open in the morning of weekends; 调休 is worked, a holiday in the week rests', () => {
  expect(spans(plain, monday)).toEqual(withNoon);
  expect(spans(plain, saturday)).toEqual(morning);
  expect(spans(plain, on('2026-02-14', 5, 'worked'))).toEqual(withNoon);
  expect(spans(plain, on('2026-10-01', 3, 'holiday'))).toEqual(morning);
});

test('a planned week holds from its day on, until the next one; each weekday is its own', () => {
  const { days } = plainWeek(whole, []);
  const late = { days: days.with(2, [['08:30', '19:00']]), worked: whole, holiday: [] };
  const hours: Hours = {
    ...plain,
    weeks: [
      { from: '2026-03-04', week: late },
      { from: '2026-04-01', week: plainWeek(whole, whole) },
    ],
  };
  expect(spans(hours, on('2026-03-03', 1))).toEqual(withNoon);
  expect(spans(hours, on('2026-03-04', 2))).toEqual([['08:30', '19:00']]);
  expect(spans(hours, saturday)).toEqual([]);
  expect(spans(hours, on('2026-04-04', 5, 'holiday'))).toEqual(whole);
});

test('single days go before the week; shut early cuts what is left, and says why', () => {
  const hours: Hours = {
    ...plain,
    days: [{ from: '2026-03-02', to: '2026-03-03', spans: whole, why: '加开' }],
    early: [{ plan: 1, day: '2026-03-03', at: '12:00', why: '停电' }],
  };
  expect(hoursOn(hours, monday)).toMatchObject({ spans: whole, why: '加开' });
  expect(hoursOn(hours, on('2026-03-03', 1))).toEqual({ spans: [['08:30', '12:00']], why: '停电' });
  expect(hoursOn(hours, on('2026-03-04', 2))).toEqual({ spans: withNoon });
  const noon = { ...plain, early: [{ plan: 2, day: monday.date, at: '12:00', why: '检修' }] };
  expect(spans(noon, monday)).toEqual(morning); // the afternoon is gone, the morning is as it was
});

test('what is no time, goes backwards or overlaps is named', () => {
  expect(faultIn(withNoon)).toBeUndefined();
  expect(faultIn([['8:30', '11:30']])).toEqual({ kind: 'time', value: '8:30' });
  expect(faultIn([['16:30', '08:30']])).toEqual({ kind: 'order', from: '16:30', to: '08:30' });
  expect(
    faultIn([
      ['13:00', '16:30'],
      ['08:30', '13:00'],
    ]),
  ).toMatchObject({ kind: 'overlap' }); // touching is one span
});

test('typed as people type it: any dash, comma or colon, and hours alone', () => {
  for (const typed of ['8:30-11:30 13-16:30', '0830～1130，1300–1630', '8：30至11：30、13到16：30'])
    expect(spansIn(typed)).toEqual({ spans: withNoon });
  expect(spansIn(' ')).toEqual({ spans: [] });
  expect(spansIn('morning')).toEqual({ fault: { kind: 'time', value: 'morning' } });
});

test('days that are alike are said once', () => {
  expect(alikeDays(plainWeek(whole, morning))).toEqual([
    { from: 0, to: 4, spans: whole },
    { from: 5, to: 6, spans: morning },
  ]);
});
