// SPDX-License-Identifier: Apache-2.0
import type { SharedKey } from '@lilong/contracts/words/keys';
import { type Say, useWords } from '@lilong/ui/words.tsx';
import type { HomeWords } from './zh.ts';

export type HomeKey = keyof HomeWords;

/** The words of home's pages and those that all screens share; a misspelt key does not compile. */
export const useT: () => Say<HomeKey | SharedKey> = () => useWords<HomeKey | SharedKey>();
