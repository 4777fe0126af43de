// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import type { Language } from '@lilong/contracts/identity';
import { type Messages, speak } from '@lilong/contracts/words';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from 'react';
import { halfOf, type MomentStyle, onTimeZone, sayMoment, timeZone } from './moment.ts';
import { keepLanguage } from './session.ts';
import { en } from './words/en.ts';
import { zh } from './words/zh.ts';

/** Says the words of a key with values in their places; a key without words is said as it is. */
export type Say<K extends string = string> = (
  key: K,
  values?: Readonly<Record<string, unknown>>,
) => string;

interface Spoken {
  readonly language: Language;
  readonly messages: Messages;
  readonly say: Say;
}
const Words = createContext<Spoken>({ language: 'zh', messages: {}, say: (key) => key });

interface WordsProviderProps {
  readonly language: Language;
  /** Words of this language: those of the contracts and those of the pages, merged. */
  readonly messages: Messages;
  readonly children: ReactNode;
}

export function WordsProvider({ language, messages, children }: WordsProviderProps): ReactNode {
  const spoken = useMemo<Spoken>(() => {
    const i18n = speak(language, language === 'en' ? en : zh, messages);
    return { language, messages, say: (key, values) => joinHan(i18n._(key, values)) };
  }, [language, messages]);
  useEffect(() => {
    document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
    keepLanguage(language);
  }, [language]);
  return <Words value={spoken}>{children}</Words>;
}

/** More words below this point, of the language that is spoken there: those of a part of the pages that comes later. */
export function MoreWords({
  messages,
  children,
}: Pick<WordsProviderProps, 'messages' | 'children'>): ReactNode {
  const { language, messages: known } = useContext(Words);
  const all = useMemo(() => ({ ...known, ...messages }), [known, messages]);
  return (
    <WordsProvider language={language} messages={all}>
      {children}
    </WordsProvider>
  );
}

/** 答应 {when} 前 keeps its distance from figures; between two Chinese characters there is none. */
const joinHan = (said: string): string =>
  said.replace(/([\u3400-\u9fff，。：；]) (?=[\u3400-\u9fff])/g, '$1');

/** `const t = useWords()`; give it the type of your keys to have them checked: `useWords<HomeKey>()`. */
export function useWords<K extends string = string>(): Say<K> {
  return useContext(Words).say;
}

export function useLanguage(): Language {
  return useContext(Words).language;
}

/** A refusal in the reader's language: the server's sentence, or the words of a code found on the phone. */
export function useRefusalWords(): (problem: Problem) => string {
  const t = useWords();
  return ({ code, detail, facts }) => (detail === '' ? t(`refusal.${code}`, facts) : detail);
}

/** Says a moment as a neighbour would: 今天 13:12, 明天上午, 3 月 2 日 17:00. */
export function useMoment(): (iso: string, style?: MomentStyle) => string {
  const t = useWords();
  useSyncExternalStore(onTimeZone, timeZone, timeZone); // said again when the city's clocks become known
  return (iso, style = 'time') => {
    const at = new Date(iso);
    const { key, values } = sayMoment(at, new Date(), style === 'time' ? 'time' : 'day');
    const said = t(key, values);
    return style === 'half' ? t('half.day', { day: said, half: t(halfOf(at)) }) : said;
  };
}
