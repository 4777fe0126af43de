// SPDX-License-Identifier: Apache-2.0
import type { CollectedPaper } from '@lilong/contracts/doorstep';
import { useT } from '../words.ts';

type Placed = Pick<CollectedPaper, 'state' | 'holderName'> & {
  readonly goingToName?: string | null;
};
/** Where a paper is, in words. */
export function useWhere(): (paper: Placed) => string {
  const t = useT();
  return ({ state, holderName, goingToName }) =>
    t(`slip.where.${state}`, { who: holderName ?? '', to: goingToName ?? '' });
}
