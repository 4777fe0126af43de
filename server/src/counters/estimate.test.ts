// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { type Desk, eachOf, handsAt, medianOf, type Pace, waitOf } from './estimate.ts';
import { usualRule, type Waiting } from './order.ts';

const now = new Date('2026-03-02T02:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const tenMinutes = eachOf(
  Array.from({ length: 50 }, () => 600),
  10,
);
const even: Pace = { each: () => tenMinutes, gone: 0, first: new Map(), usually: () => undefined };
const someone = (no: number, left_over: string[] = ['general']): Waiting => ({
  ...{ no, left_over, for_window: null, back_at: null, line_at: now },
});
const desk = (no: number, services: string[], since: Date | null): Desk => ({
  ...{ no, services, has: since === null ? null : { left_over: ['general'], since } },
});
const people = (count: number) => Array.from({ length: count }, (_, no) => someone(no));
const wait = (ahead: Waiting[], desks: Desk[], pace = even, mine = ['general']) =>
  waitOf(someone(99, mine), ahead, desks, pace, usualRule, now);

test('the last ones tell how long it takes, or what is usual while they are too few', () => {
  expect(medianOf([60, 600, 120])).toBe(120);
  expect(eachOf([60, 60, 60, 60], 10).basis).toBe('usual');
  const { spread, basis } = eachOf([300, 300, 300, 900, 300, 300, 300], 7);
  expect(basis).toBe('recent');
  expect(spread).toHaveLength(7);
  const mean = spread.reduce((sum, one) => sum + one, 0) / 7;
  expect(mean).toBeCloseTo((2700 + 3 * 420) / 10);
});

test('idle windows take the first at once; others are walked one after the other; without any nobody can say', () => {
  const idle = [desk(1, ['general'], null), desk(2, ['general'], null)];
  expect(wait(people(1), idle)).toEqual({ minutes: 0, basis: 'recent' });
  expect(wait(people(4), idle).minutes).toBe(20);
  expect(wait(people(4), [desk(1, ['other'], null)])).toEqual({ minutes: null, basis: 'none' });
  const busy = [desk(1, ['general'], ago(4))];
  expect(wait([], busy).minutes).toBe(6);
  expect(wait(people(2), busy).minutes).toBe(26);
});

test('who is put aside comes back, who has two matters comes twice, a window of another class does not help', () => {
  const one = [desk(1, ['general'], null), desk(2, ['veterans'], null)];
  const both = someone(1, ['general', 'veterans']);
  expect(wait([both], one, even, ['veterans']).minutes).toBe(0);
  expect(wait([both, someone(2)], one).minutes).toBe(20);
  const aside = { ...someone(1), back_at: ago(-5) };
  expect(wait([someone(2), aside], one).minutes).toBe(20);
});

test('priority that is likely to come, fewer hands at noon, and those who leave are counted', () => {
  const one = [desk(1, ['general'], null)];
  const firsts = { ...even, first: new Map([['general', 6]]) };
  expect(wait(people(3), one, firsts).minutes).toBeGreaterThan(50);
  const noon = { ...even, usually: () => 0.5 };
  expect(wait(people(4), one, noon).minutes).toBe(60); // the first two as now, the others twice as long
  const left = { ...even, gone: 0.5 };
  expect(wait(people(8), one, left).minutes).toBeLessThan(60);
  const hands = (open: number, usual?: number) =>
    handsAt(ago(-30), open, { usually: () => usual }, now);
  expect([hands(8), hands(8, 4), hands(8, 0), hands(0, 4)]).toEqual([1, 0.5, 1 / 3, 1]);
  expect(handsAt(ago(-10), 8, noon, now)).toBe(1);
});
