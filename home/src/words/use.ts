// SPDX-License-Identifier: Apache-2.0
import type { PlainWords } from '@lilong/contracts/words/zh-plain';
import { type Say, useWords } from '@lilong/ui/words.tsx';
import type { HomeWords } from './zh.ts';

export type HomeKey = keyof HomeWords;

type Key = HomeKey | keyof PlainWords;

/** The words of home's pages and those that residents share with the office; a misspelt key does not compile. */
export const useT: () => Say<Key> = () => useWords<Key>();
