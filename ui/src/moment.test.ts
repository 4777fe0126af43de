// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, test } from 'vitest';
import { dayOf, momentAt, sayMoment, setTimeZone, shownAt } from './moment.ts';

afterEach(() => setTimeZone('Asia/Shanghai'));

const monday = new Date('2026-03-02T01:00:00Z'); // 09:00 in Shanghai

test('a promise that ends at 24:00 is said with its own day, not the next', () => {
  const said = sayMoment(new Date('2026-03-03T16:00:00Z'), monday, 'time');
  expect(said.key).toBe('moment.tomorrow');
  expect(said.values.time).toBe('24:00');
});

test('a moment a minute later belongs to the next day', () => {
  const said = sayMoment(new Date('2026-03-03T16:01:00Z'), monday, 'time');
  expect(said.key).toBe('moment.month-day');
  expect(said.values).toMatchObject({ day: 4, time: '00:01' });
});

test('a city with other clocks says its own days and hours', () => {
  setTimeZone('America/New_York');
  const said = sayMoment(new Date('2026-03-03T05:00:00Z'), monday, 'time'); // midnight in New York
  expect(said).toMatchObject({ key: 'moment.tomorrow', values: { day: 2, time: '24:00' } });
  expect(dayOf(new Date('2026-03-03T04:59:00Z'))).toBe('2026-03-02');
});

test.each([
  ['Asia/Shanghai', '2026-03-02T09:30', '2026-03-02T01:30:00.000Z'],
  ['Asia/Urumqi', '2026-03-02T09:30', '2026-03-02T03:30:00.000Z'],
  ['America/New_York', '2026-07-01T23:59:59', '2026-07-02T03:59:59.000Z'],
  ['America/New_York', '2026-03-08T03:30', '2026-03-08T07:30:00.000Z'], // an hour after summer time began
  ['Europe/Berlin', '2026-10-25T00:30', '2026-10-24T22:30:00.000Z'], // the night it ends
])('in %s the clocks show %s at %s', (zone, shown, moment) => {
  setTimeZone(zone);
  expect(momentAt(shown).toISOString()).toBe(moment);
  expect(shownAt(new Date(moment))).toBe(shown.slice(0, 16));
});
