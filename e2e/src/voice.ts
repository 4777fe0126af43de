// SPDX-License-Identifier: Apache-2.0
import type { Page } from 'playwright-core';

/** Runs in the page: a machine with a Chinese voice that is done at once; what it was given to say lands in `said`. */
export function giveVoice(): void {
  const said: string[] = [];
  class Words {
    onend?: () => void;
    readonly text: string;
    constructor(text: string) {
      this.text = text;
    }
  }
  const speechSynthesis = {
    getVoices: () => [{ lang: 'zh-CN', name: 'a voice', localService: true }],
    speak: (words: Words) => {
      said.push(words.text);
      setTimeout(() => words.onend?.(), 0);
    },
  };
  for (const [name, value] of Object.entries({
    ...{ speechSynthesis, said },
    SpeechSynthesisUtterance: Words,
  }))
    Object.defineProperty(globalThis, name, { value });
}

export const saidOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { said: string[] }).said);

/** Runs in the page: tones that are played are counted as well. */
export function countTones(): void {
  const { start } = OscillatorNode.prototype;
  Object.defineProperty(globalThis, 'tones', { value: 0, writable: true });
  OscillatorNode.prototype.start = function begin(...at) {
    (globalThis as unknown as { tones: number }).tones += 1;
    return start.apply(this, at);
  };
}

/** Waits until so many were heard. */
export const heardTones = (page: Page, count: number): Promise<unknown> =>
  page.waitForFunction(
    (least) => (globalThis as unknown as { tones: number }).tones >= least,
    count,
  );
