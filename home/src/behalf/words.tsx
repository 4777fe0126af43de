// SPDX-License-Identifier: Apache-2.0
import { type Say, useWords } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import type { HomeKey } from '../words/use.ts';
import { WithWords } from '../words/WithWords.tsx';
import type { helpersZh } from '../words/zh-helpers.ts';

/** The words of 帮办; below `WithHelperWords` only. */
export const useHelperT: () => Say<HomeKey | keyof typeof helpersZh> = () => useWords();

export const WithHelperWords = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <WithWords of="helpers">{children}</WithWords>
);
