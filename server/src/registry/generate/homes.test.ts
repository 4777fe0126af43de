// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomOf } from './chance.ts';
import type { Door } from './doors.ts';
import { homesOf } from './homes.ts';

const doors: Door[] = ['139弄', '145弄', '163弄'].flatMap((lane, nth) =>
  [1, 4, 6, 9].map((number) => ({
    address: 100 * nth + number,
    lane,
    number: `${number}号`,
    line: `南京东路${lane}${number}号`,
  })),
);

test('any number of homes stands at doors of the committee, no two of them at one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6_000 }), fc.nat(1_000), (homes, seed) => {
      const made = homesOf({ name: '示例居委会', firstHome: 11, homes }, doors, randomOf(seed));
      expect(made.map(({ no }) => no)).toEqual(Array.from({ length: homes }, (_, at) => 11 + at));
      expect(new Set(made.map(({ door }) => door)).size).toBe(homes);
      for (const { address, door, floor, lift } of made) {
        const known = doors.find((one) => one.address === address);
        expect(door.startsWith(known?.line ?? '南京东路1')).toBe(true);
        expect((floor ?? 99) <= (lift ? 60 : 8)).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});

test('a few hundred homes need no door that does not exist; thousands do', () => {
  const invented = (homes: number) =>
    homesOf({ name: '示例居委会', firstHome: 1, homes }, doors, randomOf(7)).filter(
      ({ address }) => address === null,
    ).length;
  expect(invented(371)).toBe(0);
  expect(invented(1_800)).toBeGreaterThan(0);
});

test('in a village each house is a home, and a committee without doors gets some', () => {
  const village = homesOf({ name: '张桥村村委会', firstHome: 1, homes: 40 }, [], randomOf(1));
  expect(village[0]).toMatchObject({ door: '张桥村1弄1号', room: null, tenure: 'homestead' });
  const committee = homesOf({ name: '示例社区居委会', firstHome: 1, homes: 300 }, [], randomOf(1));
  expect(committee[0]?.door).toMatch(/^示例1弄1号/);
});
