// SPDX-License-Identifier: Apache-2.0
import { type RatingTab, ratingTabs } from '@lilong/contracts/ratings';

export interface RatingSearch {
  readonly tab?: RatingTab;
}
/** What stands in the address, as far as it means anything. */
export function readRatings(search: Record<string, unknown>): RatingSearch {
  const tab = ratingTabs.find((one) => one === search.tab);
  return tab === undefined ? {} : { tab };
}
