// SPDX-License-Identifier: Apache-2.0
import { type Say, useWords } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { WithWords } from './WithWords.tsx';
import type { assistanceZh } from './zh-assistance.ts';

type AssistanceKey = keyof typeof assistanceZh;

/** Below `WithAssistanceWords` only. */
export const useAssistanceT: () => Say<AssistanceKey> = () => useWords<AssistanceKey>();

export const WithAssistanceWords = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <WithWords of="assistance">{children}</WithWords>
);
