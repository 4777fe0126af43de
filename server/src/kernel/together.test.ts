// SPDX-License-Identifier: Apache-2.0
import { Refusal } from '@lilong/contracts/refusals';
import { expect, test } from 'vitest';
import { byItself, together, Undone } from './together.ts';

const soon = () => new Promise<void>((resolve) => setImmediate(resolve));
/** Runs batches, each when it is let; notes what was in them. */
function aLine(work: (asked: readonly number[]) => unknown[]) {
  const batches: number[][] = [];
  const run = together<number>(async (asked) => {
    batches.push([...asked]);
    await soon();
    return work(asked);
  });
  return { batches, all: (...asked: number[]) => Promise.allSettled(asked.map(run)) };
}
const values = (settled: PromiseSettledResult<unknown>[]) =>
  settled.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason.message)));

test('who comes while others are under way goes with the next ones, in order, each with the own answer', async () => {
  const { batches, all } = aLine((asked) => asked.map((one) => one * 10));
  expect(values(await all(1, 2, 3, 4, 5))).toEqual([10, 20, 30, 40, 50]);
  expect(batches).toEqual([[1], [2, 3, 4, 5]]);
  const many = Array.from({ length: 80 }, (_, at) => at);
  expect(values(await all(...many))).toEqual(many.map((one) => one * 10));
  expect(batches.slice(2).map(({ length }) => length)).toEqual([1, 32, 32, 15]);
});

test('one that is slow holds nobody up for long, and four such at most are under way', async () => {
  const began: number[] = [];
  const { promise: open, resolve: go } = Promise.withResolvers<void>();
  const run = together<number>(async (asked) => {
    began.push(...asked);
    await open;
    return [...asked];
  });
  const all: Promise<unknown>[] = [];
  const from = performance.now();
  for (let one = 1; one <= 6; one++) {
    all.push(run(one));
    while (one <= 4 && began.length < one) await soon();
  }
  expect(began).toEqual([1, 2, 3, 4]);
  expect(performance.now() - from).toBeGreaterThan(290);
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(began).toHaveLength(4);
  go();
  expect(await Promise.all(all)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(await run(7)).toBe(7);
});

test('a refusal is one’s own; what fails and is undone is run anew, each alone; of what may be written nothing is', async () => {
  const no = new Refusal('counters.full', {});
  const refuses = aLine((asked) => asked.map((one) => (one === 4 ? no : one)));
  const [, , third, fourth] = await refuses.all(1, 2, 3, 4);
  expect([third, fourth]).toEqual([
    { status: 'fulfilled', value: 3 },
    { status: 'rejected', reason: no },
  ]);
  const odd = aLine((asked) => {
    if (asked.includes(4)) throw new Undone(new Error('four'));
    return [...asked];
  });
  expect(values(await odd.all(1, 2, 3, 4, 5))).toEqual([1, 2, 3, 'four', 5]);
  expect(odd.batches).toEqual([[1], [2, 3, 4, 5], [2], [3], [4], [5]]);
  const gone = aLine((asked) => {
    if (asked.length > 1) throw new Error('the connection is gone');
    return [...asked];
  });
  const lost = 'the connection is gone';
  expect(values(await gone.all(1, 2, 3, 4))).toEqual([1, lost, lost, lost]);
  expect(gone.batches).toHaveLength(2);
});

test('who needs more than the others is run afterwards, alone, as whoever comes alone is; the others are not harmed', async () => {
  const [batches, alone]: [number[][], number[]] = [[], []];
  const run = together<number>(
    async (asked) => {
      batches.push([...asked]);
      await soon();
      return asked.map((one) => (one % 2 === 0 ? byItself : one));
    },
    async (one) => {
      alone.push(one);
      await soon();
      if (one === 6) throw new Error('six');
      return one * 10;
    },
  );
  const settled = await Promise.allSettled([1, 2, 3, 4, 5, 6].map(run));
  expect(values(settled)).toEqual([10, 20, 3, 40, 5, 'six']);
  expect([batches, alone]).toEqual([[[2, 3, 4, 5, 6]], [1, 2, 4, 6]]);
});
