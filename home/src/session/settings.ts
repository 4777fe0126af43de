// SPDX-License-Identifier: Apache-2.0
import type { Language } from '@lilong/contracts/identity';
import { createContext, useContext } from 'react';

/** What a person chose on this device. */
export interface Settings {
  readonly language: Language;
  readonly elder: boolean;
  readonly chooseLanguage: (language: Language) => Promise<void>;
  readonly chooseElder: (elder: boolean) => void;
}

export const SettingsContext = createContext<Settings>({
  language: 'zh',
  elder: false,
  chooseLanguage: () => Promise.resolve(),
  chooseElder: () => undefined,
});
export const useSettings = (): Settings => useContext(SettingsContext);
