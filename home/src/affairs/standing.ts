// SPDX-License-Identifier: Apache-2.0
import { type AffairState, openAffairStates } from '@lilong/contracts/affair-flow';
import type { AffairLine } from '@lilong/contracts/affairs';

/** Whoever applied has to do something. */
export const isYours = (state: AffairState): boolean => state === 'draft' || state === 'correction';

/** Nothing more comes of it. What was decided and has not been handed over still comes. */
export const isOver = (state: AffairState): boolean =>
  state !== 'draft' &&
  state !== 'granted' &&
  state !== 'refused' &&
  !openAffairStates.includes(state);

/** What waits for me first, then what is due soonest. */
export function mostUrgent(affairs: readonly AffairLine[]): AffairLine[] {
  const rank = ({ state }: AffairLine): number => {
    if (isYours(state)) return 0;
    return isOver(state) ? 2 : 1;
  };
  return [...affairs].sort(
    (a, b) => rank(a) - rank(b) || (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'),
  );
}
