// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { type Desk, eachOf, handsAt, likeliest, type Pace, paceFrom, waitsOf } from './estimate.ts';
import type { Due } from './forecast.ts';
import { usualRule, type Waiting } from './order.ts';

const now = new Date('2026-03-02T02:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const tenMinutes = eachOf(
  Array.from({ length: 50 }, () => 600),
  10,
);
const even: Pace = { ...paceFrom(() => [], []), each: () => tenMinutes };
const someone = (no: number, left_over: string[] = ['general']): Waiting => ({
  ...{ no, left_over, for_window: null, back_at: null, line_at: now },
});
const desk = (no: number, services: string[], since: Date | null): Desk => ({
  ...{ no, services, has: since === null ? null : { left_over: ['general'], since } },
});
const people = (count: number) => Array.from({ length: count }, (_, no) => someone(no));
const wait = (ahead: Waiting[], desks: Desk[], pace = even, mine = ['general'], due: Due[] = []) =>
  waitsOf({ desks, waiting: ahead, due, pace, rule: usualRule }, [someone(99, mine)], now)[0]
    ?.minutes;

test('the last ones tell how long it takes, or what is usual while they are too few', () => {
  expect(eachOf([60, 60, 60, 60], 10).basis).toBe('usual');
  const { spread, basis } = eachOf([300, 300, 300, 900, 300, 300, 300], 7);
  expect(basis).toBe('recent');
  expect(spread).toHaveLength(7);
  const mean = spread.reduce((sum, one) => sum + one, 0) / 7;
  expect(mean).toBeCloseTo((2700 + 3 * 420) / 10);
});

test('idle windows take the first at once; others are walked one after the other; without any nobody can say', () => {
  const idle = [desk(1, ['general'], null), desk(2, ['general'], null)];
  expect(wait(people(1), idle)).toBe(0);
  expect(wait(people(4), idle)).toBe(20);
  expect(wait(people(4), [desk(1, ['other'], null)])).toBe(null);
  const busy = [desk(1, ['general'], ago(4))];
  expect(wait([], busy)).toBe(6);
  expect(wait(people(2), busy)).toBe(26);
});

test('who is put aside comes back, who has two matters comes twice, a window of another class does not help', () => {
  const one = [desk(1, ['general'], null), desk(2, ['veterans'], null)];
  const both = someone(1, ['general', 'veterans']);
  expect(wait([both], one, even, ['veterans'])).toBe(0);
  expect(wait([both, someone(2)], one)).toBe(20);
  const aside = { ...someone(1), back_at: ago(-5) };
  expect(wait([someone(2), aside], one)).toBe(20);
});

test('priority and booked times that are likely to come, fewer hands at noon, and those who leave are counted', () => {
  const one = [desk(1, ['general'], null)];
  const firsts = { ...even, first: new Map([['general', 6]]) };
  expect(wait(people(3), one, firsts)).toBeGreaterThan(40);
  const due = (inMinutes: number) => [{ at: ago(-inMinutes), left_over: ['general'] }];
  expect(wait(people(3), one, even, ['general'], due(5))).toBe(40);
  expect(wait(people(3), one, even, ['general'], due(20))).toBe(30);
  const noon = { ...even, usually: () => 0.5 };
  expect(wait(people(4), one, noon)).toBe(59); // the first as now, then longer and longer
  expect(wait(people(8), one, { ...even, left: 0.5 })).toBeLessThan(60);
  expect(wait(people(8), one, { ...even, absent: 0.5, absentFor: 60 })).toBeLessThan(65);
});

test('as many hands as now for a while, then as usual', () => {
  const hands = (open: number, usual: number | undefined, minutes: number) =>
    handsAt(ago(-minutes), open, { usually: () => usual }, now);
  expect([hands(8, undefined, 30), hands(0, 4, 30), hands(8, 4, 0), hands(8, 4, 10)]).toEqual([
    1, 1, 1, 0.75,
  ]);
  expect(hands(8, 0, 90)).toBe(1 / 3);
});

test('what is right in most walks is said, and the same line is told the same', () => {
  const minutes = (...some: number[]) => likeliest(some.map((one) => one * 60));
  expect([minutes(3, 3, 4), minutes(10, 11, 60), minutes(Infinity, 5, Infinity)]).toEqual([
    3,
    11,
    undefined,
  ]);
  const odd: Pace = { ...even, each: () => eachOf([60, 300, 600, 900, 2400], 10), left: 0.1 };
  const line = {
    desks: [desk(1, ['general'], ago(3))],
    waiting: people(12),
    due: [],
    pace: odd,
    rule: usualRule,
  };
  const [alone] = waitsOf(line, [someone(99)], now);
  const [together, last] = waitsOf(line, [someone(99), someone(11)], now);
  expect(together).toEqual(alone);
  expect(last?.minutes).toBeLessThan(alone?.minutes ?? 0);
});
