// SPDX-License-Identifier: Apache-2.0

/** Gives the moment. This file is the only one that asks the machine for it. */
export type Clock = () => Date;

/** The machine's own time, as it is. */
export const systemClock: Clock = () => new Date();

/** A clock for tests: it stands still until it is told otherwise. */
export type FixedClock = Clock & {
  /** Puts the clock to a moment, earlier ones included. */
  set(at: Date | string): void;
  /** Moves the clock by so many milliseconds; a negative number turns it back. */
  advance(ms: number): void;
};

/** A clock that shows `start` until it is set or advanced. */
export function fixedClock(start: Date | string): FixedClock {
  let shown = new Date(start).getTime();
  return Object.assign(() => new Date(shown), {
    set(at: Date | string) {
      shown = new Date(at).getTime();
    },
    advance(ms: number) {
      shown += ms;
    },
  });
}

/** The wall clock was turned, or the machine slept. */
export interface ClockJump {
  readonly direction: 'backward' | 'forward';
  /** Milliseconds between what the wall clock shows and what it should show; negative when backward. */
  readonly byMs: number;
  /** What the wall clock showed after the jump. */
  readonly wall: Date;
}

export interface SteadyOptions {
  /** Milliseconds that only ever grow at the pace of time, from any origin. */
  readonly monotonic?: () => number;
  /** Told once for each jump: write it to the log, count it. It must not throw. */
  readonly onJump?: (jump: ClockJump) => void;
  /** From how many milliseconds on a difference to the monotonic clock is a jump. 2,000 unless told. */
  readonly leapMs?: number;
}

/** A clock that never goes back within one process. */
export type SteadyClock = Clock & {
  /** How many jumps were noticed. */
  jumps(): number;
  /** The last jump noticed, or undefined. */
  lastJump(): ClockJump | undefined;
  /** How far the time handed out last was ahead of the wall clock, in milliseconds. 0 in good order. */
  aheadMs(): number;
};

/**
 * Guards a clock against being turned.
 *
 * - The tolerance is zero: no time handed out is earlier than one handed out before it.
 * - Wall time turned back: the clock goes on at half speed until wall time has caught up. The flow
 *   log of a case stays in order, and after a correction of an hour the clock is right two hours
 *   later, or at once after a restart. Health checks watch `aheadMs`.
 * - Wall time leapt forward: followed at once, because after a night of sleep the deadlines have
 *   really passed. It is reported, since the other cause is a clock set wrong.
 *
 * NTP slews both clocks alike and is no jump. Between processes nothing is promised.
 */
export function steadyClock(read: Clock, options: SteadyOptions = {}): SteadyClock {
  const { monotonic = () => performance.now(), onJump, leapMs = 2_000 } = options;
  let wall = read().getTime();
  let pace = monotonic();
  let handed = wall;
  let last: ClockJump | undefined;
  let jumps = 0;

  function now(): Date {
    const newWall = read().getTime();
    const newPace = monotonic();
    const elapsed = Math.max(0, newPace - pace);
    const byMs = newWall - wall - elapsed;
    if (newWall < wall || Math.abs(byMs) > leapMs) {
      last = { direction: byMs < 0 ? 'backward' : 'forward', byMs, wall: new Date(newWall) };
      jumps += 1;
      onJump?.(last);
    }
    handed = Math.max(newWall, handed + elapsed / 2);
    wall = newWall;
    pace = newPace;
    return new Date(handed);
  }

  return Object.assign(now, {
    jumps: () => jumps,
    lastJump: () => last,
    aheadMs: () => Math.max(0, handed - wall),
  });
}

/** What a clock can tell of itself; one that guards nothing tells of no jump. */
export function healthOf(clock: Clock): { readonly jumps: number; readonly aheadMs: number } {
  const { jumps, aheadMs } = clock as Partial<SteadyClock>;
  return { jumps: jumps?.() ?? 0, aheadMs: aheadMs?.() ?? 0 };
}
