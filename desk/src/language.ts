// SPDX-License-Identifier: Apache-2.0
import type { Language } from '@lilong/contracts/identity';
import { createContext, useContext } from 'react';

export interface LanguageChoice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}
export const LanguageChoiceContext = createContext<LanguageChoice>({
  language: 'zh',
  choose: () => undefined,
});

export const useLanguageChoice = (): LanguageChoice => useContext(LanguageChoiceContext);
