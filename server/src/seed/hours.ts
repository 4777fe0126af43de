// SPDX-License-Identifier: Apache-2.0
// When invented people are up and about. Moments are milliseconds.

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const SHANGHAI = 8 * 60 * MINUTE; // ahead of UTC all year round

/** Hours of the day, in Shanghai, in which somebody does things. */
export type Hours = readonly [from: number, to: number];
export const awake: Hours = [6.5, 22.5];
export const office: Hours = [8, 20.5];
export const outdoors: Hours = [6, 22];

export interface Timed {
  /** Minutes after the step before. */
  readonly wait: number;
  readonly hours: Hours;
}

/** The moment itself, or the next one at which somebody is up. */
export function within(at: number, [from, to]: Hours): number {
  const local = at + SHANGHAI;
  const midnight = Math.floor(local / DAY) * DAY - SHANGHAI;
  const hour = (at - midnight) / (60 * MINUTE);
  if (hour >= from && hour < to) return at;
  const wake = (hour < from ? midnight : midnight + DAY) + from * 60 * MINUTE;
  return wake + (at % (40 * MINUTE)); // nobody begins on the dot
}

/** When each step happens, the first one at or after `start`. */
export function momentsFrom(start: number, steps: readonly Timed[]): number[] {
  let at = start;
  return steps.map(({ wait, hours }) => {
    at = within(at + wait * MINUTE, hours);
    return at;
  });
}

/** Moments of steps that begin about `ageHours` before `now`, and earlier when they would not be over by then. */
export function momentsBefore(now: number, ageHours: number, steps: readonly Timed[]): number[] {
  const latest = now - 4 * MINUTE;
  let start = now - ageHours * 60 * MINUTE;
  for (;;) {
    const moments = momentsFrom(start, steps);
    const over = (moments.at(-1) ?? start) - latest;
    if (over <= 0) return moments;
    start -= over + 7 * MINUTE;
  }
}

/** About how long work takes that has the limit `4WH`, in minutes: well within it, or `slow`. */
export function workMinutes(limit: string, pace: 'quick' | 'slow'): number {
  const [, amount = '1', unit = 'WD'] = /^(\d+)(\w+)$/.exec(limit) ?? [];
  const share = pace === 'quick' ? 0.4 : 3;
  return Math.round(Number(amount) * (unit.endsWith('H') ? 60 : 1000) * share);
}
