// SPDX-License-Identifier: Apache-2.0
// Where to send somebody: the way to a hall and the wait there, together. Pure.

export interface Spot {
  readonly lon: number;
  readonly lat: number;
}

/** Numbers that a city may set; all of them 示例. */
export interface WayRule {
  /** Metres a minute on foot. */
  readonly walk: number;
  /** Metres a minute by bus or metro, and minutes until one sits in it and from it. */
  readonly ride: number;
  readonly rideFirst: number;
}
export const usualWay: WayRule = { walk: 70, ride: 250, rideFirst: 12 };

/** Streets are longer than the flight of a crow. */
const detour = 1.3;
const earth = 6_371_000; // metres
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres as the crow flies; good within a city. */
export function metresBetween(one: Spot, other: Spot): number {
  const x = radians(other.lon - one.lon) * Math.cos(radians((one.lat + other.lat) / 2));
  const y = radians(other.lat - one.lat);
  return Math.round(Math.hypot(x, y) * earth);
}

export interface Way {
  /** Minutes. */
  readonly minutes: number;
  readonly by: 'walk' | 'ride';
}

/** Whichever is sooner. */
export function wayOf(metres: number, { walk, ride, rideFirst }: WayRule): Way {
  const onFoot = Math.ceil((metres * detour) / walk);
  const riding = Math.ceil(rideFirst + (metres * detour) / ride);
  return onFoot <= riding ? { minutes: onFoot, by: 'walk' } : { minutes: riding, by: 'ride' };
}

export interface Reachable {
  readonly metres: number;
  readonly way: Way;
  /** Minutes; null when nobody can say. */
  readonly wait: number | null;
  /** When it shuts; null while it is shut. */
  readonly closes: Date | null;
}
export interface Reached {
  readonly minutes: number | null;
  readonly late: boolean;
}

const minute = 60_000; // ms

/**
 * How soon somebody who leaves now is called there. Whoever stands in line meanwhile goes on being called, so that the
 * way is no part of the wait; that others come meanwhile is not known.
 */
export function reachedAt({ way, wait, closes }: Reachable, now: Date): Reached {
  if (closes === null || wait === null) return { minutes: null, late: false };
  const minutes = way.minutes + wait;
  return { minutes, late: now.getTime() + minutes * minute >= closes.getTime() };
}

type Ordered = Reached & { readonly metres: number };
/** Soonest first; then those that shut before, and those of which nobody can say, nearest first. */
export function bySoonest(one: Ordered, other: Ordered): number {
  const rank = ({ minutes, late }: Ordered): number => (minutes === null ? 2 : Number(late));
  const within = (minutes: number | null): number => minutes ?? 0;
  return (
    rank(one) - rank(other) ||
    within(one.minutes) - within(other.minutes) ||
    one.metres - other.metres
  );
}
