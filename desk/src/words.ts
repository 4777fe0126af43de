// SPDX-License-Identifier: Apache-2.0
import type { Language } from '@lilong/contracts/identity';
import type { Messages } from '@lilong/contracts/words';
import type { SharedKey } from '@lilong/contracts/words/keys';
import { type Say, useWords } from '@lilong/ui/words.tsx';
import type { Locale } from 'antd/es/locale';
import type { DeskKey } from './words/zh.ts';

export type Key = DeskKey | SharedKey;

/** `t('move.register')`: keys of the desk and of the contracts, checked by the compiler. */
export const useT = (): Say<Key> => useWords<Key>();

export interface LoadedWords {
  readonly messages: Messages;
  readonly antd: Locale;
}
const loading = new Map<Language, Promise<LoadedWords>>();

/** The words of one language, fetched once. */
export function loadWords(language: Language): Promise<LoadedWords> {
  const known = loading.get(language);
  if (known !== undefined) return known;
  const fetched = language === 'en' ? loadEnglish() : loadChinese();
  loading.set(language, fetched);
  return fetched;
}

async function loadChinese(): Promise<LoadedWords> {
  const [shared, desk, antd] = await Promise.all([
    import('@lilong/contracts/words/zh'),
    import('./words/zh.ts'),
    import('antd/es/locale/zh_CN'),
  ]);
  return { messages: { ...shared.zh, ...desk.zh }, antd: antd.default };
}

async function loadEnglish(): Promise<LoadedWords> {
  const [shared, desk, antd] = await Promise.all([
    import('@lilong/contracts/words/en'),
    import('./words/en.ts'),
    import('antd/es/locale/en_US'),
  ]);
  return { messages: { ...shared.en, ...desk.en }, antd: antd.default };
}
