// SPDX-License-Identifier: Apache-2.0
import type { Language } from '@lilong/contracts/identity';
import type { Messages } from '@lilong/contracts/words';
import { zh as shared } from '@lilong/contracts/words/zh';
import { zh } from './zh.ts';

const chinese: Messages = { ...shared, ...zh };

/** The words of a language. Chinese comes with the program, English when somebody asks for it. */
export async function loadWords(language: Language): Promise<Messages> {
  if (language === 'zh') return chinese;
  const [own, ofAll] = await Promise.all([import('./en.ts'), import('@lilong/contracts/words/en')]);
  return { ...ofAll.en, ...own.en };
}
