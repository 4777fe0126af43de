// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { noticesOf } from './events.ts';
import { everything, type LiveNews } from './live.ts';

const call = (no: number): LiveNews => ({
  ...{ topic: 'counters', place: null, organisations: [no], accounts: [] },
  aloud: { channel: `hall-${no}`, say: { call: { number: `A${no}`, window: '3号窗口' } } },
});
const calls = (count: number) => Array.from({ length: count }, (_, no) => call(no));

test('a batch of calls in two hundred halls is said whole, in notices that the database carries', () => {
  const notices = noticesOf(calls(200));
  expect(notices.length).toBeGreaterThan(1);
  expect(notices.flat()).toEqual(calls(200));
  for (const notice of notices)
    expect(Buffer.byteLength(JSON.stringify(notice))).toBeLessThan(7_100);
  expect(noticesOf([])).toEqual([]);
});

test('what is too much to say makes all who listen look again', () => {
  expect(noticesOf(calls(2_000))).toEqual([[everything]]);
  const many = { ...call(1), organisations: Array.from({ length: 3_000 }, (_, no) => no) };
  expect(noticesOf([call(2), many])).toEqual([[everything]]);
});
