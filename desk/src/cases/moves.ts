// SPDX-License-Identifier: Apache-2.0

import {
  type CaseAct,
  type CaseMove,
  caseMoves,
  needsOf,
  type Standing,
} from '@lilong/contracts/case-flow';
import type { CaseLine } from '@lilong/contracts/case-shapes';

/** What Enter does, when several moves are permitted: forward before back, one's own work before passing on. */
const forward: readonly CaseMove[] = [
  'register',
  'rule',
  'dispatch',
  'raise',
  'verified',
  'crew_done',
  'accept',
  'finish',
  'pass',
  'close',
  'arrive',
  'assign',
];
/** Acts with a button in the bar; the others have their own place on the page. */
export const barActs: readonly CaseAct[] = [
  'ask',
  'merge',
  'unmerge',
  'supervise',
  'ask_extension',
  'ask_suspension',
  'appeal',
  'release',
  'print_order',
];

/** The moves this post may make, the primary one first. */
export function movesOf({ can }: Pick<CaseLine, 'can'>): CaseMove[] {
  const mine = caseMoves.filter((move) => can[move] === true);
  const first = forward.find((move) => mine.includes(move));
  return first === undefined ? mine : [first, ...mine.filter((move) => move !== first)];
}

/** The move that Enter makes. Where only going back is possible, there is none. */
export function primaryOf(line: Pick<CaseLine, 'can'>): CaseMove | undefined {
  return forward.find((move) => line.can[move] === true);
}

export const actsOf = ({ can }: Pick<CaseLine, 'can'>): CaseAct[] =>
  barActs.filter((act) => can[act] === true);

const withPhotos: readonly CaseMove[] = [
  'self_handle',
  'crew_done',
  'finish',
  'pass',
  'rework',
  'verified',
  'not_found',
  'return', // some grounds ask for a picture of what was found
];

/** Moves that show what was seen or done. */
export const takesPhotos = (move: CaseMove): boolean => withPhotos.includes(move);

/** A move that asks nothing is made at once. A checker may still add what she saw. */
export const isImmediate = (line: Standing, move: CaseMove): boolean =>
  needsOf(line, move).length === 0 && move !== 'pass';

/** Moves that end a matter against somebody's wish, drawn in red. */
export const isGrave = (move: CaseMove): boolean => move === 'force_close' || move === 'decline';
