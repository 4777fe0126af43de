// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ClockJump, fixedClock, steadyClock, systemClock } from './clock.ts';

const NOON = '2026-03-02T04:00:00.000Z';

/** A wall clock and a monotonic clock that pass time together until one is turned. */
function aMachine() {
  const wall = fixedClock(NOON);
  const jumps: ClockJump[] = [];
  let pace = 7_000;
  const clock = steadyClock(wall, { monotonic: () => pace, onJump: (jump) => jumps.push(jump) });
  return {
    clock,
    jumps,
    turn: (ms: number) => wall.advance(ms),
    pass(ms: number) {
      pace += ms;
      wall.advance(ms);
    },
  };
}

test('the system clock shows the time of the machine', () => {
  const machine = performance.timeOrigin + performance.now();
  expect(Math.abs(systemClock().getTime() - machine)).toBeLessThan(60_000);
});

describe('the fixed clock', () => {
  test('stands still until it is advanced or set', () => {
    const clock = fixedClock(NOON);
    expect(clock().toISOString()).toBe(NOON);
    clock.advance(90_000);
    expect(clock().toISOString()).toBe('2026-03-02T04:01:30.000Z');
    clock.set('2026-01-01T00:00:00Z');
    expect(clock().toISOString()).toBe('2026-01-01T00:00:00.000Z');
  });

  test('is not moved by whoever changes the date it gave', () => {
    const clock = fixedClock(NOON);
    clock().setFullYear(1999);
    expect(clock().toISOString()).toBe(NOON);
  });
});

test('the steady clock shows wall time while nobody turns the clock', () => {
  const { clock, jumps, pass } = aMachine();
  pass(3_600_000);
  expect(clock().toISOString()).toBe('2026-03-02T05:00:00.000Z');
  expect([clock.lastJump(), clock.aheadMs(), jumps]).toEqual([undefined, 0, []]);
});

test('the steady clock, turned back an hour, goes on at half speed and is right two hours later', () => {
  const { clock, jumps, pass, turn } = aMachine();
  turn(-3_600_000);
  expect(clock().toISOString()).toBe(NOON);
  expect(clock.aheadMs()).toBe(3_600_000);
  pass(3_600_000);
  expect(clock().toISOString()).toBe('2026-03-02T04:30:00.000Z');
  pass(3_600_000);
  expect(clock().toISOString()).toBe('2026-03-02T05:00:00.000Z');
  expect(clock.aheadMs()).toBe(0);
  pass(60_000);
  expect(clock().toISOString()).toBe('2026-03-02T05:01:00.000Z');
  expect(jumps).toHaveLength(1);
  expect(jumps[0]).toMatchObject({ direction: 'backward', byMs: -3_600_000 });
});

test('a leap forward is followed and reported once', () => {
  const { clock, jumps, pass, turn } = aMachine();
  turn(8 * 3_600_000);
  expect(clock().toISOString()).toBe('2026-03-02T12:00:00.000Z');
  pass(5_000);
  clock();
  expect(jumps).toHaveLength(1);
  expect(clock.lastJump()).toMatchObject({ direction: 'forward', byMs: 28_800_000 });
  expect(clock.aheadMs()).toBe(0);
});

test('the smallest step back is noticed', () => {
  const { clock, jumps, turn } = aMachine();
  turn(-20);
  clock();
  expect(jumps).toMatchObject([{ direction: 'backward', byMs: -20 }]);
});

test('a clock turned back while time passed is noticed though wall time still grew', () => {
  const { clock, jumps, pass, turn } = aMachine();
  pass(60_000);
  turn(-30_000);
  clock();
  expect(jumps).toMatchObject([{ direction: 'backward', byMs: -30_000 }]);
});

test('slewing below the threshold is no jump', () => {
  const { clock, jumps, pass, turn } = aMachine();
  for (let i = 0; i < 100; i++) {
    pass(1_000);
    turn(i % 2 === 0 ? 40 : -40);
    clock();
  }
  expect(jumps).toEqual([]);
});

test('the steady clock never goes back, whatever is done to the machine', () => {
  const act = fc.record({
    pass: fc.nat({ max: 5_000_000 }),
    turn: fc.integer({ min: -1e10, max: 1e10 }),
  });
  fc.assert(
    fc.property(fc.array(act), (acts) => {
      const { clock, pass, turn } = aMachine();
      let last = clock().getTime();
      for (const each of acts) {
        pass(each.pass);
        turn(each.turn);
        const shown = clock().getTime();
        expect(shown).toBeGreaterThanOrEqual(last);
        last = shown;
      }
    }),
  );
});
