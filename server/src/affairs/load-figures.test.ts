// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { added, figuresOf, type Load, loadOf, medianOf } from './load-figures.ts';

const load = (counts: Partial<Load>): Load => ({ ...loadOf([], 0), ...counts });
const decided = (days: number, n: number, recent = false) =>
  ({ what: 'decided', recent, days, n }) as const;

test('half took no longer than the median', () => {
  expect(medianOf(new Map())).toBeUndefined();
  expect(medianOf(new Map([[3, 1]]))).toBe(3);
  expect(
    medianOf(
      new Map([
        [9, 1],
        [2, 1],
        [5, 1],
      ]),
    ),
  ).toBe(5);
  expect(
    medianOf(
      new Map([
        [0, 10],
        [30, 9],
      ]),
    ),
  ).toBe(0);
});

test('of this week and of all weeks', () => {
  const one = loadOf(
    [decided(4, 3, true), decided(4, 2), { what: 'running', recent: false, days: 0, n: 7 }],
    2,
  );
  expect(one).toMatchObject({ running: 7, decided: 3, late: 2 });
  expect([...one.took]).toEqual([[4, 5]]);
  expect(added([one, one])).toMatchObject({
    running: 14,
    decided: 6,
    late: 4,
    took: new Map([[4, 10]]),
  });
});

test('a small count is hidden, and what would tell it; its pace as well', () => {
  const took = new Map([[10, 26]]);
  const [small, next, large] = figuresOf(
    [load({ running: 2, took }), load({ running: 6, took }), load({ running: 90, took })],
    5,
    13,
  );
  expect(small).toMatchObject({ running: null, weeksOfWork: null, medianDays: 10 });
  expect(next).toMatchObject({ running: null, weeksOfWork: null });
  expect(large).toMatchObject({ running: 90, weeksOfWork: 45 });
  expect(figuresOf([load({ took: new Map([[1, 4]]) })], 5, 13)[0]).toMatchObject({
    medianDays: null,
  });
});
