// SPDX-License-Identifier: Apache-2.0
// The list of matters by one of its figures, the most first; what is not told last. Pure.
import type { LoadFigures } from '@lilong/contracts/affair-load';

/** Of a matter, and of an office; how long it takes is said of matters alone. */
export const countColumns = ['incoming', 'running', 'paused', 'late', 'handed', 'decided'] as const;
export const paceColumns = ['medianDays', 'weeksOfWork'] as const;
export const loadColumns = [...countColumns, ...paceColumns];
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
