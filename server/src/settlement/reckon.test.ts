// SPDX-License-Identifier: Apache-2.0
import { settleWorks } from '@lilong/contracts/settlement';
import { expect, test } from 'vitest';
import { correctionOf, type Done, reckoned, sumsOf } from './reckon.ts';

const worthOf = (day: string) => ({
  units: { received: 10, accepted: day < '2026-03-10' ? 10 : 20, delivered: 5, kept: 2 },
  fenPerUnit: day < '2026-03-20' ? 0 : 150,
});
const done = (what: Done['what'], day: string, count: number): Done => ({
  ...{ doer: 1, on_behalf: 2, what, day, count },
});

test('each day is worth what the catalogue said of it', () => {
  const days = ['2026-03-09', '2026-03-10', '2026-03-20'] as const;
  const [line, ...rest] = reckoned(
    days.map((day) => done('accepted', day, 3)),
    worthOf,
  );
  expect(line).toEqual({
    ...{ doer: 1, on_behalf: 2, what: 'accepted', count: 9, units: 30 + 60 + 60, fen: 60 * 150 },
  });
  expect(rest).toEqual([]);
});

test('units and counts sum to what was done, however it is cut, and all of a line taken off leaves nothing', () => {
  let seed = 7;
  const dice = (faces: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % faces;
  };
  const all: Done[] = Array.from({ length: 400 }, () => ({
    ...{ doer: 1 + dice(4), on_behalf: 5 + dice(3), what: settleWorks[dice(4)] ?? 'kept' },
    ...{ day: `2026-03-${String(1 + dice(31)).padStart(2, '0')}`, count: 1 + dice(9) },
  }));
  const lines = reckoned(all, worthOf);
  const counted = all.reduce((sum, { count }) => sum + count, 0);
  const worth = all.reduce(
    (sum, { day, what, count }) => sum + count * worthOf(day).units[what],
    0,
  );
  expect(sumsOf(lines)).toMatchObject({ count: counted, units: worth });
  for (const line of lines) {
    const back = correctionOf({ ...line, line: 1, taken_off: line.count });
    expect(sumsOf([line, back])).toEqual({ count: 0, units: 0, fen: 0 });
    const some = correctionOf({ ...line, line: 1, taken_off: 1 });
    expect(some.units).toBeLessThanOrEqual(0);
    expect(-some.units).toBeLessThanOrEqual(line.units);
  }
});
