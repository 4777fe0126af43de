// SPDX-License-Identifier: Apache-2.0
import type { Random } from '../../places/index.ts';

export { type Random, randomOf, seedOf } from '../../places/index.ts';

/** What may be drawn, with how often. The weights need not add up to anything. */
export type Table<T> = readonly (readonly [item: T, weight: number])[];

/** Draws from a table; the sums are made once. */
export function drawFrom<T>(table: Table<T>): (random: Random) => T {
  let sum = 0;
  const sums = table.map(([item, weight]) => {
    sum += weight;
    return { item, upTo: sum };
  });
  const last = sums.at(-1);
  if (last === undefined) throw new Error('nothing to draw from');
  return (random) => {
    const at = random() * sum;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at < (sums[middle] ?? last).upTo) high = middle;
      else low = middle + 1;
    }
    return (sums[low] ?? last).item;
  };
}

/** A whole number from `from` to `to`, both included. */
export const between = (random: Random, from: number, to: number): number =>
  from + Math.floor(random() * (to - from + 1));

export const isLucky = (random: Random, share: number): boolean => random() < share;

export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** The numbers below `count` in another order. */
export function shuffledNumbers(count: number, random: Random): number[] {
  const numbers = Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const held = numbers[at] ?? 0;
    numbers[at] = numbers[other] ?? 0;
    numbers[other] = held;
  }
  return numbers;
}

/** Values by the least that they hold from, the largest first. */
export type Steps<T> = readonly (readonly [least: number, value: T])[];

/** The value of the first step reached. */
export const reached = <T>(steps: Steps<T>, at: number): T | undefined =>
  steps.find(([least]) => at >= least)?.[1];

/** Near 0, seldom beyond 2 either way: the sum of four draws, set to a spread of one. */
export const wobble = (random: Random): number =>
  (random() + random() + random() + random() - 2) * Math.sqrt(3);
