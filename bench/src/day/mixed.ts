// SPDX-License-Identifier: Apache-2.0
import type { Errand } from './drive.ts';

export interface Deck {
  readonly count: number;
  readonly errand: () => Errand;
}

/** All of them, spread evenly over the day: whichever is furthest behind comes next. */
export function* mixed(decks: readonly Deck[]): Generator<Errand> {
  const done = decks.map(() => 0);
  const all = decks.reduce((sum, { count }) => sum + count, 0);
  for (let dealt = 0; dealt < all; dealt++) {
    let [chosen, least] = [0, Infinity];
    for (const [at, { count }] of decks.entries()) {
      const share = count === 0 ? Infinity : ((done[at] ?? 0) + 0.5) / count;
      if (share < least) [chosen, least] = [at, share];
    }
    done[chosen] = (done[chosen] ?? 0) + 1;
    const deck = decks[chosen];
    if (deck !== undefined) yield deck.errand();
  }
}
