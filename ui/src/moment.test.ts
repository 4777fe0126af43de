// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { sayMoment } from './moment.ts';

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
