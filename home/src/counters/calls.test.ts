// SPDX-License-Identifier: Apache-2.0
import type { Call } from '@lilong/contracts/counters';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeCaller } from './calls.ts';
import { sayCall, shortWindow } from './pronounce.ts';

const now = new Date('2026-03-02T02:00:00Z');
const call = (number: string, secondsAgo: number, times = 1): Call => ({
  ...{ number, window: '3号窗口', times },
  at: new Date(now.getTime() - secondsAgo * 1000).toISOString(),
});
let spoken: string[];
let shown: string | undefined;
const caller = () =>
  makeCaller(
    async ({ number }) => void spoken.push(number),
    (one) => {
      shown = one?.number;
    },
  );
beforeEach(() => {
  vi.useFakeTimers();
  spoken = [];
  shown = undefined;
});
afterEach(() => vi.useRealTimers());

test('a board that was just hung up speaks nothing that was called before it was there', async () => {
  const board = caller();
  board.hear([call('A001', 3)], now);
  board.hear([call('A001', 3), call('A002', 1)], now);
  await vi.runAllTimersAsync();
  expect(spoken).toEqual(['A002']);
  expect(shown).toBeUndefined();
});

test('each call is spoken once, in the order of the calls, and shown while it is; called again it is spoken again', async () => {
  const board = caller();
  board.hear([], now);
  board.hear([call('A002', 1), call('A001', 2)], now);
  board.hear([call('A002', 1)], now); // the stream tells what was read as well
  await vi.advanceTimersByTimeAsync(0);
  expect(shown).toBe('A001');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(shown).toBe('A002');
  board.hear([call('A001', 0, 2)], now);
  await vi.runAllTimersAsync();
  expect(spoken).toEqual(['A001', 'A002', 'A001']);
});

test('after an hour without a network, what was called meanwhile stays silent', async () => {
  const board = caller();
  board.hear([], now);
  board.hear([call('A001', 1800), call('A009', 31), call('A010', 2)], now);
  await vi.runAllTimersAsync();
  expect(spoken).toEqual(['A010']);
});

test('a number is read figure by figure', () => {
  expect(sayCall('A023', '5号窗口')).toBe('请 A 零 二 三 号，到 5 号窗口。');
  expect(sayCall('B101', '社保专窗')).toBe('请 B 一 零 一 号，到社保专窗。');
  expect(shortWindow('12号窗口')).toBe('12');
  expect(shortWindow('社保专窗')).toBeUndefined();
});
