// SPDX-License-Identifier: Apache-2.0

/** What has come is painted, and nothing followed it: measured in frames, which a slow machine makes longer. */
export const stillness = {
  frames: 6,
  /** Grey shapes that stand in for what has not come yet. */
  notYet: '.bone, .waiting-bar, [aria-busy="true"]',
} as const;

interface Stillness {
  /** Which wait this is; each begins to count anew. */
  readonly asked: string;
  readonly frames: number;
  readonly notYet: string;
}

/** Asked in the page, once a frame: has it stood complete and unchanged for so many frames? */
export function isStill({ asked, frames, notYet }: Stillness): boolean {
  const kept = globalThis as { watched?: { asked: string; still: number } };
  if (kept.watched?.asked !== asked) {
    const begun = { asked, still: 0 };
    const changes = new MutationObserver(() => {
      begun.still = 0;
      if (kept.watched !== begun) changes.disconnect();
    });
    const all = { subtree: true, childList: true, attributes: true, characterData: true };
    changes.observe(document, all);
    kept.watched = begun;
  }
  const watched = kept.watched ?? { asked, still: 0 };
  const hasAll =
    document.querySelector(notYet) === null &&
    [...document.images].every(({ complete, loading }) => complete || loading === 'lazy');
  watched.still = hasAll ? watched.still + 1 : 0;
  return watched.still > frames;
}

/** Asked in the page, once a frame: have three frames gone by since the first question? */
export function isDrawn(asked: string): boolean {
  const kept = globalThis as { drawn?: { asked: string; frames: number } };
  if (kept.drawn?.asked !== asked) kept.drawn = { asked, frames: 0 };
  kept.drawn.frames += 1;
  return kept.drawn.frames > 3;
}
