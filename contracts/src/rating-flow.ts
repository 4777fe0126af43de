// SPDX-License-Identifier: Apache-2.0
// 好差评: the grades, and what becomes of a bad rating with words. Pure data, shared with the screens.

/** 5 非常满意, 4 满意, 3 基本满意, 2 不满意, 1 非常不满意. */
export const ratingGrades = [5, 4, 3, 2, 1] as const;
export type RatingGrade = (typeof ratingGrades)[number];
/** 差评. */
export const isBadGrade = (grade: number): boolean => grade <= 2;
/** What words of praise are read from. */
export const isGoodGrade = (grade: number): boolean => grade >= 4;

/** One visit at a window, or one matter. Words `ratingof.<name>`. */
export const ratedThings = ['visit', 'matter'] as const;
export type RatedThing = (typeof ratedThings)[number];

/**
 * `counted`: it counts, and that is all. The others are of a bad rating with words, in this order: nobody has reached the
 * rater yet, the rater was reached, it was handled, the rater said whether it is solved. Words `rating.<name>`.
 */
export const ratingStates = ['counted', 'heard', 'contacted', 'finished', 'answered'] as const;
export type RatingState = (typeof ratingStates)[number];
/** Whose turn it is at the unit. */
export const openRatingStates: readonly RatingState[] = ['heard', 'contacted'];

/** What the unit does, and the rater. Nothing of it sends a rating back or elsewhere. Words `ratingmove.<name>`. */
export const ratingMoves = ['contact', 'miss', 'hard', 'finish', 'call_back', 'answer'] as const;
export type RatingMove = (typeof ratingMoves)[number];
export interface RatingRow {
  readonly to: RatingState;
  readonly who: 'unit' | 'rater';
}

/** State → move → where it leads and who makes it. `miss`: tried, and nobody was there. */
export const ratingFlow: Readonly<
  Record<RatingState, Readonly<Partial<Record<RatingMove, RatingRow>>>>
> = {
  counted: {},
  heard: {
    contact: { to: 'contacted', who: 'unit' },
    miss: { to: 'heard', who: 'unit' },
    hard: { to: 'heard', who: 'unit' },
    /** After it was tried in vain: `needsTry`. */
    finish: { to: 'finished', who: 'unit' },
  },
  contacted: {
    contact: { to: 'contacted', who: 'unit' },
    hard: { to: 'contacted', who: 'unit' },
    finish: { to: 'finished', who: 'unit' },
  },
  finished: {
    call_back: { to: 'answered', who: 'unit' },
    miss: { to: 'finished', who: 'unit' },
    answer: { to: 'answered', who: 'rater' },
  },
  /** What an office wrote down by telephone, the rater may still say anew; once. */
  answered: { answer: { to: 'answered', who: 'rater' } },
};

/** What was done about it. Words `ratingdone.<name>`. */
export const ratingResults = ['put_right', 'explained'] as const;
export type RatingResult = (typeof ratingResults)[number];
/** How the rater was reached. `written`: words on the rater's page, for whoever is not to be called. */
export const contactWays = ['phone', 'visit', 'written'] as const;
export type ContactWay = (typeof contactWays)[number];
