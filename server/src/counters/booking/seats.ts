// SPDX-License-Identifier: Apache-2.0
// Whether the windows of one start have room for those who booked it: each takes one window that does their matter. Pure.

interface Does {
  readonly services: readonly string[];
}

/** Matters by the window (its index) that could take them, each window at most one. */
type Taken = Map<number, number>;

/**
 * Of the matters booked at one start, in the order in which they were booked, those that no window is left for. It is never
 * more than must be: an earlier one is moved to another window when that makes room for a later one, and whom it leaves out
 * nobody could have kept without leaving out somebody who booked before.
 */
export function unseated<U extends { readonly service: string }>(
  units: readonly U[],
  windows: readonly Does[],
): U[] {
  const taken: Taken = new Map();
  return units.filter((_, index) => !place(units, windows, taken, index, new Set()));
}

/** So many more people could book this matter, beside those who did. */
export function roomFor(
  service: string,
  booked: readonly { readonly service: string }[],
  windows: readonly Does[],
): number {
  const able = windows.filter(({ services }) => services.includes(service)).length;
  if (booked.length === 0) return able;
  const more = Array.from({ length: able }, () => ({ service }));
  const left = unseated([...booked, ...more], windows);
  return able - left.filter((one) => more.includes(one)).length;
}

/** Finds a window for the matter, asking those who have one to take another; each window is asked once. */
function place(
  units: readonly { readonly service: string }[],
  windows: readonly Does[],
  taken: Taken,
  unit: number,
  asked: Set<number>,
): boolean {
  const service = units[unit]?.service ?? '';
  for (const [window, { services }] of windows.entries()) {
    if (asked.has(window) || !services.includes(service)) continue;
    asked.add(window);
    const holder = taken.get(window);
    if (holder === undefined || place(units, windows, taken, holder, asked)) {
      taken.set(window, unit);
      return true;
    }
  }
  return false;
}
