// SPDX-License-Identifier: Apache-2.0
import { type I18n, setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Language } from './identity.ts';

/** Messages of one language: ICU text by key. Both languages have the same keys (checked by the compiler). */
export type Messages<K extends string = string> = Readonly<Record<K, string>>;

/** An i18n that speaks one language. Messages are compiled on first use. */
export function speak(language: Language, ...messages: readonly Messages[]): I18n {
  const i18n = setupI18n();
  i18n.setMessagesCompiler(compileMessage);
  i18n.loadAndActivate({ locale: language, messages: Object.assign({}, ...messages) });
  return i18n;
}
