// SPDX-License-Identifier: Apache-2.0
// Human time, faster than life: a run of so many minutes stands for about a week.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '@lilong/server/seed/chance';

export interface Pace {
  /** Milliseconds that the whole run is meant to take. */
  readonly whole: number;
  /** What somebody takes to read and decide. */
  think(): Promise<void>;
  /** Until somebody who found nothing to do, so many times running, looks again. */
  rest(inVain?: number): Promise<void>;
  /** Until a resident looks at the phone again. */
  look(): Promise<void>;
}

/** The last report is made after this share of the run; the rest is for the answers. */
export const reportingShare = 0.65;

export function paceOf(minutes: number, chance: Chance): Pace {
  const whole = minutes * 60_000;
  const around = (ms: number) => sleep((ms * chance.whole(40, 160)) / 100);
  const bounded = (share: number, least: number, most: number) =>
    Math.min(most, Math.max(least, whole * share));
  return {
    whole,
    think: () => around(bounded(1 / 2000, 3, 400)),
    rest: (inVain = 0) => around(bounded(1 / 150, 30, 2_000) * Math.min(8, 1 + inVain)),
    look: () => around(bounded(1 / 30, 60, 15_000)),
  };
}
