// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { dueOf, spanOf } from './due.ts';

const minute = 60_000;
const hour = 60 * minute;
const now = Date.parse('2026-03-02T01:00:00Z');
const line = (
  dueAt: string | null,
  more: { paused?: boolean; lateness?: 'late' | 'soon' | 'ok' } = {},
) => ({
  dueAt,
  paused: more.paused ?? false,
  lateness: more.lateness ?? 'ok',
});

test.each([
  [30_000, 'span.minutes', { minutes: 1 }],
  [40 * minute, 'span.minutes', { minutes: 40 }],
  [80 * minute, 'span.hours-minutes', { hours: 1, minutes: 20 }],
  [2 * hour, 'span.hours', { hours: 2 }],
  [30 * hour + 5 * minute, 'span.hours', { hours: 30 }],
  [50 * hour, 'span.days', { days: 2 }],
])('%i ms is said with two figures at most', (ms, key, values) => {
  expect(spanOf(ms)).toEqual({ key, values });
});

test('a promise that passed while the page stood open is late, whatever the list said', () => {
  expect(dueOf(line('2026-03-01T23:00:00Z'), now)).toMatchObject({
    tone: 'late',
    span: { values: { hours: 2 } },
  });
});

test('a suspended case is not late, and a case without promise says so', () => {
  expect(dueOf(line('2026-03-01T23:00:00Z', { paused: true }), now)).toEqual({
    tone: 'none',
    key: 'due.paused',
  });
  expect(dueOf(line(null), now)).toEqual({ tone: 'none', key: 'due.none' });
});

test('the last hour is soon, and so is what the server calls soon', () => {
  expect(dueOf(line('2026-03-02T01:40:00Z'), now).tone).toBe('soon');
  expect(dueOf(line('2026-03-02T04:00:00Z', { lateness: 'soon' }), now).tone).toBe('soon');
  expect(dueOf(line('2026-03-02T04:00:00Z'), now).tone).toBe('ok');
});
