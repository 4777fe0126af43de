// SPDX-License-Identifier: Apache-2.0
import type { Language } from '@lilong/contracts/identity';
import type { Messages } from '@lilong/contracts/words';

/** The words of one language; nobody waits for those of the other. */
export async function loadWords(language: Language): Promise<Messages> {
  if (language === 'en') {
    const [own, ofAll] = await Promise.all([
      import('./en.ts'),
      import('@lilong/contracts/words/en-plain'),
    ]);
    return { ...ofAll.plain, ...own.en };
  }
  const [own, ofAll] = await Promise.all([
    import('./zh.ts'),
    import('@lilong/contracts/words/zh-plain'),
  ]);
  return { ...ofAll.plain, ...own.zh };
}
