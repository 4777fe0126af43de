// SPDX-License-Identifier: Apache-2.0
// The demonstration's households that asked for assistance: how far each has come, and what it told. Pure; all invented.

export interface Tale {
  /** Accepted so many days ago. */
  readonly daysAgo: number;
  /** So many people of age keep house. */
  readonly adults: number;
  /** Told, in yuan a month. */
  readonly odd: number;
  readonly medical?: number;
  /** Nobody has agreed to the inquiry yet. */
  readonly unasked?: true;
  /** Letters that the inquiry still waits for are written down; without, it goes on waiting. */
  readonly letters?: true;
  /** Nobody has been in the home yet. */
  readonly unvisited?: true;
  /** What a neighbour said to the notice; unanswered. */
  readonly objection?: string;
  /** It has been looked at again since, with so much income in yuan. */
  readonly again?: number;
}

/** Days after it was accepted. */
export const steps = {
  agreed: 1,
  letters: 2,
  visited: 3,
  posted: 3.1,
  over: 12,
  decided: 13,
} as const;

export const tales: readonly Tale[] = [
  // Granted long ago: due, and looked at again.
  { daysAgo: 176, adults: 2, odd: 0, letters: true },
  { daysAgo: 172, adults: 1, odd: 200, letters: true, again: 900 },
  { daysAgo: 168, adults: 1, odd: 0, letters: true, again: 9000 },
  { daysAgo: 95, adults: 1, odd: 0, letters: true },
  { daysAgo: 62, adults: 1, odd: 2600, medical: 2400, letters: true },
  { daysAgo: 38, adults: 2, odd: 300, letters: true },
  // Decided not long ago.
  { daysAgo: 24, adults: 1, odd: 6500, letters: true },
  { daysAgo: 20, adults: 1, odd: 200, letters: true },
  // On their way.
  { daysAgo: 12.6, adults: 1, odd: 300, letters: true },
  { daysAgo: 12.5, adults: 1, odd: 0, letters: true, objection: '他家儿子每月给他三千元。' },
  { daysAgo: 9, adults: 2, odd: 200, letters: true },
  { daysAgo: 6, adults: 1, odd: 0, letters: true },
  { daysAgo: 4, adults: 1, odd: 350, letters: true, unvisited: true },
  { daysAgo: 2, adults: 2, odd: 600, unvisited: true },
  { daysAgo: 1.5, adults: 2, odd: 100, unasked: true },
  { daysAgo: 0.8, adults: 1, odd: 0, unasked: true },
];

export const said = {
  inquire: '按规定核对家庭经济状况，回复齐后继续办理。',
  letter: '来函：没有记录。',
  notice: '按规定在居住的居委会公示，期满后继续办理。',
  visit: '家里简朴，和申请时说的一样。',
  granted: '经核对和入户，符合条件，按标准与家庭收入的差额给予。',
  refused: '经核对，家庭收入高于规定。',
  again: '复核时收入有变化，按现在的收入重新计算。',
  remedy: '六十日内可以申请行政复议，六个月内可以提起行政诉讼。',
} as const;
