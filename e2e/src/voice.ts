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
