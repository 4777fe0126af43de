// SPDX-License-Identifier: Apache-2.0
import type { Entry } from '../kernel/catalogue.ts';
import { similarity } from './similar.ts';

/** Below this likeness a category's name says nothing about the words. */
const enough = 0.55;

/** The category whose name is most like what was said; undefined when none is like enough. A person decides. */
export function guessCategory(words: string, categories: readonly Entry[]): Entry | undefined {
  let best: { entry: Entry; likeness: number } | undefined;
  for (const entry of categories) {
    const likeness = similarity(words, entry.name);
    if (likeness >= enough && (best === undefined || likeness > best.likeness))
      best = { entry, likeness };
  }
  return best?.entry;
}
