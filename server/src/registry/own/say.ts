// SPDX-License-Identifier: Apache-2.0
// What is held of somebody, said to that person in plain words of their language.
import { speak } from '@lilong/contracts/words';
import { en } from '@lilong/contracts/words/en';
import { codesEn } from '@lilong/contracts/words/en-codes';
import { ownEn } from '@lilong/contracts/words/en-own';
import { zh } from '@lilong/contracts/words/zh';
import { codesZh } from '@lilong/contracts/words/zh-codes';
import { ownZh } from '@lilong/contracts/words/zh-own';
import { dateOfDay, zoneOf } from '../../kernel/calendar-zone.ts';
import type { Entry } from '../../kernel/catalogue.ts';
import type { Ctx } from '../../kernel/ctx.ts';

const voices = { zh: speak('zh', zh, codesZh, ownZh), en: speak('en', en, codesEn, ownEn) };

export type OwnKey = keyof typeof ownZh;
type Codes = keyof typeof codesZh extends `code.${infer K}.${string}` ? K : never;

export interface Say {
  (key: OwnKey, facts?: Readonly<Record<string, string>>): string;
  /** A code of a list; one that the list does not have is said as it is. */
  code(kind: Codes, code: string): string;
  role(role: string): string;
  /** As what somebody looked: a role, or what they are to the person. */
  reader(role: string): string;
  /** A name of the catalogue. */
  named(entry: Entry | undefined, key: string): string;
  /** What was written in both languages, the English perhaps not. */
  either(said: string, saidEn: string | undefined): string;
  /** Who said so, or which load. */
  source(source: string): string;
  /** The day of a moment by the clocks of the city, `2026-03-02`. */
  day(moment: Date): string;
  /** `2026-03-02` as one says it; in the facts of a sentence days are said so too. */
  date(day: string): string;
}

const ofDay = /^(\d{4})-(\d{2})-(\d{2})$/;
const english = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const dateWords = {
  zh: (text: string) =>
    text.replace(ofDay, (_, y, m, d) => `${y} 年 ${Number(m)} 月 ${Number(d)} 日`),
  en: (text: string) => (ofDay.test(text) ? english.format(new Date(`${text}T00:00Z`)) : text),
};

/** Between two Chinese characters there is no distance: 3 月 2 日记入. */
const joined = (said: string): string => said.replace(/(?<=日) (?=[\u3400-\u9fff])/g, '');

export function sayerFor({ actor, config }: Pick<Ctx, 'actor' | 'config'>): Say {
  const voice = voices[actor.language];
  const known = (key: string, otherwise: string): string => {
    const said = voice._(key);
    return said === key ? otherwise : said;
  };
  const date = dateWords[actor.language];
  const say = (key: OwnKey, facts: Readonly<Record<string, string>> = {}) =>
    joined(
      voice._(
        key,
        Object.fromEntries(Object.entries(facts).map(([name, one]) => [name, date(one)])),
      ),
    );
  return Object.assign(say, {
    code: (kind: Codes, code: string) => known(`code.${kind}.${code}`, code),
    role: (role: string) => known(`role.${role}`, role),
    reader: (role: string) => known(`own.reader.${role}`, known(`role.${role}`, role)),
    named: (entry: Entry | undefined, key: string) =>
      (actor.language === 'en' ? entry?.nameEn : undefined) ?? entry?.name ?? key,
    either: (said: string, saidEn: string | undefined) =>
      (actor.language === 'en' ? saidEn : undefined) ?? said,
    source: (source: string) => {
      if (source === 'committee') return voice._('own.source.committee');
      return source === '示例' ? voice._('own.source.example') : source;
    },
    date,
    day: (moment: Date) => dateOfDay(zoneOf(config.TIME_ZONE).dayOf(moment.getTime())),
  });
}
