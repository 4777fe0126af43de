// SPDX-License-Identifier: Apache-2.0
// Small counts are not told, nor what would tell them by taking away. Pure.

/**
 * The counts of one whole, those below `fewest` (but not nought) as null; and, where the reader knows the sum, so many of
 * the next smallest that what is hidden together is not small either.
 */
export function hideSmall(counts: readonly number[], fewest: number): (number | null)[] {
  const hidden = new Set(counts.flatMap((count, at) => (count > 0 && count < fewest ? [at] : [])));
  if (hidden.size === 0) return [...counts];
  const others = counts
    .map((count, at) => ({ count, at }))
    .filter(({ at }) => !hidden.has(at))
    .sort((one, other) => one.count - other.count);
  const sum = () => [...hidden].reduce((all, at) => all + (counts[at] ?? 0), 0);
  for (const { at } of others) {
    if (hidden.size > 1 && sum() >= fewest) break;
    hidden.add(at);
  }
  return counts.map((count, at) => (hidden.has(at) ? null : count));
}
