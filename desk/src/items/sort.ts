// SPDX-License-Identifier: Apache-2.0
// The list of matters, heaviest first by one of its figures. Pure.
import type { ItemLine } from '@lilong/contracts/affair-items';

export const itemSorts = ['minutes', 'asked', 'known', 'papers', 'visits'] as const;
export type ItemSort = (typeof itemSorts)[number];
export interface ItemsSearch {
  readonly q?: string;
  readonly sort?: ItemSort;
  /** Of all departments, where one's own come first. */
  readonly all?: 'yes';
}

export function readItems({ q, sort, all }: Record<string, unknown>): ItemsSearch {
  const by = itemSorts.find((one) => one === sort);
  return {
    ...(typeof q === 'string' && q !== '' ? { q } : {}),
    ...(by === undefined ? {} : { sort: by }),
    ...(all === 'yes' ? { all } : {}),
  };
}

const figureOf = ({ burden, visits }: ItemLine, by: ItemSort): number =>
  by === 'visits' ? visits : burden[by];

/** In the order in which they came without `by`. */
export const sorted = (items: readonly ItemLine[], by: ItemSort | undefined): ItemLine[] =>
  by === undefined
    ? [...items]
    : items.toSorted((one, other) => figureOf(other, by) - figureOf(one, by));
