// SPDX-License-Identifier: Apache-2.0
// The list of matters by one of its figures, the most first; what is not told last. Pure.
import type { LoadFigures } from '@lilong/contracts/affair-load';

export const loadColumns = [
  ...(['incoming', 'running', 'paused', 'late', 'handed', 'decided'] as const),
  ...(['medianDays', 'weeksOfWork'] as const),
];
export type LoadColumn = (typeof loadColumns)[number];
export interface LoadSearch {
  readonly sort?: LoadColumn;
}

export function readLoad({ sort }: Record<string, unknown>): LoadSearch {
  const by = loadColumns.find((one) => one === sort);
  return by === undefined ? {} : { sort: by };
}

/** In the order in which they came without `by`. */
export const sorted = <T extends LoadFigures>(
  rows: readonly T[],
  by: LoadColumn | undefined,
): T[] =>
  by === undefined ? [...rows] : rows.toSorted((one, other) => (other[by] ?? -1) - (one[by] ?? -1));
