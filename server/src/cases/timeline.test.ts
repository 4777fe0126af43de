// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { plainTimeline } from './timeline.ts';

const row = { solve_due: null, reports: 1 };
const entry = (move: string, facts: Record<string, unknown>) => ({
  ...{ step: 1, at: new Date('2026-03-02T01:12:00Z'), round: 1, words: null, own: false },
  ...{ move, facts },
});
const told = (...flow: ReturnType<typeof entry>[]) =>
  plainTimeline(row, flow).map(({ code }) => code);

test('a promise that moves by seconds reads the same, and is not told as another one', () => {
  const promise = { dueAfter: '2026-03-02T05:12:40.537Z' };
  const later = (dueAfter: string) => entry('dispatch', { dueBefore: promise.dueAfter, dueAfter });
  const before = ['registered', 'promise', 'dispatched'];
  expect(told(entry('register', promise), later('2026-03-02T05:12:41.635Z'))).toEqual(before);
  expect(told(entry('register', promise), later('2026-03-02T05:13:02.000Z'))).toEqual([
    ...before,
    'promise_changed',
  ]);
});
