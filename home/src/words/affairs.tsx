// SPDX-License-Identifier: Apache-2.0
import type { affairWords } from '@lilong/contracts/words/zh-affairs';
import { type Say, useWords } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import type { HomeKey } from './use.ts';
import { WithWords } from './WithWords.tsx';
import type { affairsZh } from './zh-affairs.ts';

export type AffairKey = HomeKey | keyof typeof affairsZh | keyof typeof affairWords;

/** The words of the pages about matters; below `WithAffairWords` only. */
export const useAffairT: () => Say<AffairKey> = () => useWords<AffairKey>();

export const WithAffairWords = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <WithWords of="affairs">{children}</WithWords>
);
