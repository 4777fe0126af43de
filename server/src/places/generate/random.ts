// SPDX-License-Identifier: Apache-2.0

/** A stream of numbers in [0, 1), the same for the same seed on every machine (mulberry32). */
export type Random = () => number;

export function randomOf(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A seed of a place number, which is wider than the 32 bits that `randomOf` takes. */
export function seedOf(place: number): number {
  return (place % 0x7fffffff) ^ Math.floor(place / 0x7fffffff);
}

/** The same items in another order. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
