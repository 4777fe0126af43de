// SPDX-License-Identifier: Apache-2.0
import { type PaperTab, paperTabs } from '@lilong/contracts/affair-papers';

export interface PapersSearch {
  readonly tab?: PaperTab;
}

export function readPapers({ tab }: Record<string, unknown>): PapersSearch {
  const found = paperTabs.find((one) => one === tab);
  return found === undefined ? {} : { tab: found };
}
