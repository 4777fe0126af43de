// SPDX-License-Identifier: Apache-2.0
// How long somebody is likely to wait: the line is walked as it will be called, with what the last ones took here. Pure.
import type { Wait } from '@lilong/contracts/counters';
import { canServe, type LineRule, type Serves, type Waiting } from './order.ts';
import { doneHere } from './workflow.ts';

/** So many served ones are needed before they tell more than what is usual. */
export const enough = 5;
/** Of each class the last so many are looked at. */
export const lookedAt = 50;
/** What is usual counts as so many of them: a few odd ones do not tell much. */
const usualCounts = 3;
/** Of somebody who has taken longer than nearly all, this part of a whole one is still to come. */
const stillToCome = 0.5;

const hour = 3600; // s
/** A line that is so long varies little: three walks tell as much as five. */
const long = 60;

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
  /** Of those in line, the part who are gone when they are called. */
  readonly gone: number;
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
  const then = secondsTo(at, now) < quarter * 60 ? undefined : usually(at);
  return then === undefined || open === 0 ? 1 : Math.min(3, Math.max(1 / 3, then / open));
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
  return { each, gone: 0, first: new Map(), usually: () => undefined };
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

/** Somebody in the line as it is walked; `ready` in seconds from now. */
interface Walker extends Pick<Waiting, 'left_over' | 'for_window'> {
  readonly ready: number;
  readonly mine?: true;
}

/**
 * The line ahead is called window by window, whoever is free first; those with priority who are likely to come meanwhile
 * stand before whoever has none.
 */
export function waitOf(
  ticket: Waiting,
  ahead: readonly Waiting[],
  desks: readonly Desk[],
  pace: Pace,
  rule: LineRule,
  now: Date,
): Wait {
  const walks = (one: Waiting): Walker => ({
    ...{ left_over: one.left_over, for_window: one.for_window },
    ready: one.back_at === null ? 0 : Math.max(0, secondsTo(one.back_at, now)),
  });
  const firsts = [...pace.first].flatMap(([service, rate]) =>
    comersOf(service, rate, secondsTo(ticket.line_at, now) + rule.priorityAhead * 60),
  );
  const line = [...ahead.map(walks), ...firsts, { ...walks(ticket), mine: true as const }];
  const rounds = line.length > long ? 3 : 5;
  const found: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const seconds = walk(desks, [...line], pace, now, drawsOf((round + 0.5) / rounds));
    if (seconds === undefined) return { minutes: null, basis: 'none' };
    found.push(seconds);
  }
  const seconds = medianOf(found);
  const here = ticket.left_over.find((one) => desks.some((desk) => desk.services.includes(one)));
  const { basis } = pace.each(here ?? ticket.left_over[0] ?? '');
  return { minutes: Math.ceil(seconds / 60), basis };
}

const secondsTo = (at: Date, now: Date): number => (at.getTime() - now.getTime()) / 1000;

/** Those of a class who come within so many seconds, evenly: half of the first gap has passed. */
function comersOf(service: string, rate: number, within: number): Walker[] {
  const gap = hour / rate;
  const count = Math.max(0, Math.floor(within / gap + 0.5));
  return Array.from({ length: count }, (_, at) => ({
    ...{ left_over: [service], for_window: null, ready: (at + 0.5) * gap },
  }));
}

interface Free {
  readonly desk: Desk;
  /** Seconds from now; whoever is there will be done by then. */
  at: number;
  /** Nobody whom it could serve is left. */
  idle: boolean;
}

/** Parts from 0 to 1, evenly spread however many are drawn: steps of the golden section. */
type Draws = () => number;
function drawsOf(from: number): Draws {
  let at = from;
  return () => {
    at = (at + 0.618_033_988_75) % 1;
    return at;
  };
}
const drawn = (sorted: readonly number[], part: number): number =>
  sorted[Math.floor(part * sorted.length)] ?? 0;

/** Seconds until the one who is mine is called; undefined when no window ever does. */
function walk(
  desks: readonly Desk[],
  walkers: Walker[],
  pace: Pace,
  now: Date,
  draw: Draws,
): number | undefined {
  const free = desks.map(
    (desk): Free => ({ desk, at: leftOf(desk, pace, now, draw()), idle: false }),
  );
  walkers.unshift(...free.flatMap(comesBack));
  for (let one = soonest(free); one !== undefined; one = soonest(free)) {
    const { desk, at } = one;
    const next = walkers.find((some) => some.ready <= at && canServe(desk, some));
    if (next?.mine) return at;
    if (next === undefined) {
      const later = walkers.filter((some) => canServe(desk, some)).map(({ ready }) => ready);
      if (later.length === 0) one.idle = true;
      else one.at = Math.min(...later);
      continue;
    }
    const here = doneHere(next, desk);
    const then = new Date(now.getTime() + at * 1000);
    one.at += takes(here, pace, draw()) / handsAt(then, desks.length, pace, now);
    if (again(walkers, next, here, one.at)) for (const other of free) other.idle = false;
  }
  return undefined;
}

function soonest(free: readonly Free[]): Free | undefined {
  let found: Free | undefined;
  for (const one of free) if (!one.idle && (found === undefined || one.at < found.at)) found = one;
  return found;
}

/** Whoever is at a window that does not do all of theirs stands in line again: before those who wait now. */
function comesBack({ desk, at }: Free): Walker[] {
  const here = desk.has === null ? [] : doneHere(desk.has, desk);
  const left_over = (desk.has?.left_over ?? []).filter((one) => !here.includes(one));
  return left_over.length === 0 ? [] : [{ left_over, for_window: null, ready: at }];
}

/** Out of the line; true when to their place in it again, for what this window does not do. */
function again(walkers: Walker[], one: Walker, here: readonly string[], ready: number): boolean {
  const left_over = one.left_over.filter((service) => !here.includes(service));
  const left = { left_over, for_window: null, ready };
  walkers.splice(walkers.indexOf(one), 1, ...(left_over.length === 0 ? [] : [left]));
  return left_over.length > 0;
}

/** Seconds; some are gone when they are called. */
function takes(services: readonly string[], { each, gone }: Pace, part: number): number {
  if (part < gone) return 0;
  const there = (part - gone) / (1 - gone);
  return services.reduce((all, one) => all + drawn(each(one).spread, there), 0);
}

/** Seconds until whoever is there will be done: as the last ones went on who took as long until then. */
function leftOf({ has, ...desk }: Desk, { each }: Pace, now: Date, part: number): number {
  if (has === null) return 0;
  const gone = -secondsTo(has.since, now);
  const spreads = doneHere(has, desk).map((one) => each(one).spread);
  const whole = (spreads[0] ?? []).map((_, at, { length }) =>
    spreads.reduce((sum, spread) => sum + drawn(spread, (at + 0.5) / length), 0),
  );
  const longer = whole.filter((one) => one > gone);
  if (longer.length >= enough) return drawn(longer, part) - gone;
  const mean = whole.reduce((sum, one) => sum + one, 0) / Math.max(1, whole.length);
  return Math.max(mean - gone, mean * stillToCome) * 2 * part;
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
