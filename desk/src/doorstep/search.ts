// SPDX-License-Identifier: Apache-2.0
import { type CollectionTab, collectionTabs } from '@lilong/contracts/doorstep';

export interface SlipsSearch {
  readonly tab?: CollectionTab;
}

export function readSlips({ tab }: Record<string, unknown>): SlipsSearch {
  const found = collectionTabs.find((one) => one === tab);
  return found === undefined ? {} : { tab: found };
}
