// SPDX-License-Identifier: Apache-2.0
// What the registry keeps as codes and days, as people say it.

import type { codesZh } from '@lilong/contracts/words/zh-codes';
import { useLanguage, useMoment } from '@lilong/ui/words.tsx';
import { momentOf } from '../parts/days.ts';
import { type Key, useT } from '../words.ts';

type CodeKey = keyof typeof codesZh;
/** Kinds of codes: `sex`, `relation`, … */
type Kind = CodeKey extends `code.${infer K}.${string}` ? K : never;

/** Says a code of a list; one that the list does not have is said as it is. */
export function useCode(): (kind: Kind, code: string) => string {
  const t = useT();
  return (kind, code) => {
    const key = `code.${kind}.${code}`;
    const said = t(key as CodeKey);
    return said === key ? code : said; // a key without words is said as it is
  };
}

/** A calendar day: 今天, 3 月 2 日, 1948 年 3 月 5 日. */
export function useDay(): (day: string) => string {
  const say = useMoment();
  return (day) => say(momentOf(`${day}T12:00`), 'day');
}

interface Named {
  readonly name: string;
  readonly nameEn: string | null;
}
/** A name of the catalogue in the reader's language. */
export function useName(): (named: Named) => string {
  const language = useLanguage();
  return ({ name, nameEn }) => (language === 'en' ? (nameEn ?? name) : name);
}

/** Who said so: `committee`, the demonstration, or the name of a load. */
export function useSource(): (source: string) => string {
  const t = useT();
  const known: Readonly<Record<string, Key>> = {
    committee: 'person.source.committee',
    示例: 'person.source.example',
  };
  return (source) => {
    const key = known[source];
    return key === undefined ? source : t(key);
  };
}
