// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apportion, spreadPeople } from './spread.ts';

test('whole numbers are shared out without one too many', () => {
  fc.assert(
    fc.property(
      fc.nat(100_000),
      fc.array(fc.double({ min: 0.01, max: 50, noNaN: true }), { minLength: 1, maxLength: 40 }),
      (count, weights) => {
        const shares = apportion(
          count,
          weights.map((weight, key) => ({ key, weight })),
        );
        const given = [...shares.values()];
        expect(given.reduce((sum, one) => sum + one, 0)).toBe(count);
        expect(given.every((one) => Number.isInteger(one) && one >= 0)).toBe(true);
      },
    ),
  );
});

test('districts have their published shares, committees differ, and no committee has 10,000', () => {
  const committees = [310101, 310117].flatMap((district) =>
    Array.from({ length: 300 }, (_, at) => district * 1e9 + 2e6 + (at + 1) * 1e3),
  );
  const residents = new Map([
    [310101e9, 662_030],
    [310117e9, 1_509_713],
  ]);
  const sizes = spreadPeople(2_171_743, committees, residents, 7);
  const of = (district: number) =>
    committees
      .filter((no) => Math.floor(no / 1e9) === district)
      .reduce((sum, no) => sum + (sizes.get(no) ?? 0), 0);
  expect([of(310101), of(310117)]).toEqual([662_030, 1_509_713]);
  const all = [...sizes.values()].sort((a, b) => a - b);
  expect(all.at(-1)).toBeLessThan(10_000);
  expect((all.at(-1) ?? 0) / (all[0] ?? 1)).toBeGreaterThan(3);
  expect(spreadPeople(2_171_743, committees, residents, 7)).toEqual(sizes);
});
