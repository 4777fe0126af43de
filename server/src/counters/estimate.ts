// SPDX-License-Identifier: Apache-2.0
// How long somebody is likely to wait: the line is walked as it will be called, with what the last ones took here. Pure.
import type { Wait } from '@lilong/contracts/counters';
import { type Line, walksOf } from './forecast.ts';
import type { Serves, Waiting } from './order.ts';
import { doneHere } from './workflow.ts';

/** So many served ones are needed before they tell more than what is usual. */
export const enough = 5;
/** Of each class the last so many are looked at. */
export const lookedAt = 200;
/** What is usual counts as so many of them: a few odd ones do not tell much. */
const usualCounts = 3;
/** Of somebody who has taken longer than nearly all, this part of a whole one is still to come. */
const stillToCome = 0.5;

/** A window that is open. */
export interface Desk extends Serves {
  /** Whom it has, and since when; null when nobody. */
  readonly has: { readonly left_over: readonly string[]; readonly since: Date } | null;
}
/** How long one of a class keeps a window, seconds from the call to the end. */
export interface Each {
  /** Short ones and long ones as they come, in order; their mean is what one is likely to take. */
  readonly spread: readonly number[];
  readonly basis: 'recent' | 'usual';
}
/** How it goes in a hall. */
export interface Pace {
  readonly each: (service: string) => Each;
  /** Of those in line, the part who have given their number up when they are called. */
  readonly left: number;
  /** The part who are called and do not come, and the seconds for which a window awaits them. */
  readonly absent: number;
  readonly absentFor: number;
  /** How many with priority come in an hour, by class. */
  readonly first: ReadonlyMap<string, number>;
  /** Windows that are usually open at a moment of today; undefined where nobody knows. */
  readonly usually: (at: Date) => number | undefined;
}

/** Minutes; the windows that are usually open are known by quarters of the hour. */
export const quarter = 15;
/** How many were open at a time of the day lately: each day counts for a quarter, the days before for the rest. */
export const weightOfToday = 0.25;
/**
 * So many hands as now there are likely to be at a moment: within a quarter of an hour those of now, then as usual, fewer at noon.
 * Nobody opens ten windows for one, and some stay.
 */
export function handsAt(
  at: Date,
  open: number,
  { usually }: Pick<Pace, 'usually'>,
  now: Date,
): number {
  const then = usually(at);
  const as = usually(now);
  if (then === undefined || open === 0) return 1;
  const seconds = secondsTo(at, now);
  const stays = as === undefined ? 0 : (open - as) * 0.5 ** (seconds / 60 / 10);
  return Math.min(3, Math.max(1 / 3, (then + stays) / open));
}

/** How it goes by the last ones alone; of each class they are put in order once. */
export function paceFrom(
  recent: (service: string) => readonly number[],
  services: readonly { readonly service: string; readonly minutes: number }[],
): Pace {
  const known = new Map<string, Each>();
  const each = (service: string): Each => {
    const usual = services.find((one) => one.service === service)?.minutes ?? 0;
    const found = known.get(service) ?? eachOf(recent(service), usual);
    known.set(service, found);
    return found;
  };
  return { each, left: 0, absent: 0, absentFor: 0, first: new Map(), usually: () => undefined };
}

/** How they spread while nobody knows: most take less than the mean, some much longer (示例). */
const unknownSpread = [0.35, 0.55, 0.75, 1.05, 2.3];

/** The last ones, and what is usual (minutes, 示例) while they are few. */
export function eachOf(last: readonly number[], usual: number): Each {
  const seconds = usual * 60;
  if (last.length < enough)
    return { spread: unknownSpread.map((times) => times * seconds), basis: 'usual' };
  const sum = last.reduce((all, one) => all + one, 0);
  const mean = (sum + usualCounts * seconds) / (last.length + usualCounts);
  const scale = sum === 0 ? 0 : (mean * last.length) / sum;
  const spread = last.map((one) => one * scale).sort((one, other) => one - other);
  return { spread, basis: 'recent' };
}

/** No window is open for it. */
export const nobodyCanSay: Wait = { minutes: null, basis: 'none' };

/** How long each of the wanted is likely to wait. Who is not in the line is taken as if they stood at their moment. */
export function waitsOf(line: Line, wanted: readonly Waiting[], now: Date): Wait[] {
  return walksOf(line, wanted, now).map((seconds, at) => {
    const likely = likeliest(seconds);
    const left = wanted[at]?.left_over ?? [];
    const here = left.find((one) => line.desks.some((desk) => desk.services.includes(one)));
    const { basis } = line.pace.each(here ?? left[0] ?? '');
    return likely === undefined ? nobodyCanSay : { minutes: likely, basis };
  });
}

/** Minutes: what is said may be off by so many, or by this part of the wait. */
const right = { minutes: 5, part: 0.2 };

/** The minutes that are right in most of the walks; undefined when most never end. */
export function likeliest(seconds: readonly number[]): number | undefined {
  const sorted = seconds.map((one) => one / 60).sort((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? Infinity;
  if (middle === Infinity) return undefined;
  let [best, count] = [0, -1];
  const last = Math.ceil(sorted.findLast((one) => one < Infinity) ?? 0);
  for (let said = 0; said <= last; said++) {
    let fits = 0;
    for (const one of sorted)
      if (Math.abs(said - one) <= Math.max(right.minutes, right.part * one)) fits += 1;
    const closer = Math.abs(said - middle) < Math.abs(best - middle);
    if (fits > count || (fits === count && closer)) [best, count] = [said, fits];
  }
  return best;
}

const secondsTo = (at: Date, now: Date): number => (at.getTime() - now.getTime()) / 1000;

/** Seconds for which whoever is there may stay, each as likely: as the last ones went on who took as long until then. */
export function remainsOf({ has, ...desk }: Desk, { each }: Pace, now: Date): number[] {
  if (has === null) return [0];
  const gone = -secondsTo(has.since, now);
  const spreads = doneHere(has, desk).map((one) => each(one).spread);
  const whole = (spreads[0] ?? []).map((_, at, { length }) =>
    spreads.reduce((sum, spread) => sum + drawn(spread, (at + 0.5) / length), 0),
  );
  const longer = whole.filter((one) => one > gone);
  if (longer.length >= enough) return longer.map((one) => one - gone);
  const mean = whole.reduce((sum, one) => sum + one, 0) / Math.max(1, whole.length);
  const still = Math.max(mean - gone, mean * stillToCome);
  return [0.1, 0.3, 0.5, 0.7, 0.9].map((part) => still * 2 * part);
}

const drawn = (sorted: readonly number[], part: number): number =>
  sorted[Math.floor(part * sorted.length)] ?? 0;
