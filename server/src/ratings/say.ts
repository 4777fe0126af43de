// SPDX-License-Identifier: Apache-2.0
// What a rating says, in the reader's language.
import { maskId, maskPhone } from '@lilong/contracts/mask';
import { speak } from '@lilong/contracts/words';
import { en } from '@lilong/contracts/words/en';
import { ownEn } from '@lilong/contracts/words/en-own';
import { zh } from '@lilong/contracts/words/zh';
import { ownZh } from '@lilong/contracts/words/zh-own';
import type { Ctx } from '../kernel/ctx.ts';

const voices = { zh: speak('zh', zh, ownZh), en: speak('en', en, ownEn) };
type Reader = Pick<Ctx, 'actor'>;

export const sayRole = ({ actor }: Reader, role: string): string =>
  voices[actor.language]._(`role.${role}`);
/** Words of 我的数据. */
export const sayOwn = (
  { actor }: Reader,
  key: keyof typeof ownZh,
  facts: Readonly<Record<string, string>> = {},
): string => voices[actor.language]._(key, facts);
export const inLanguage = ({ actor }: Reader, said: string, saidEn: string | null): string =>
  actor.language === 'en' ? (saidEn ?? said) : said;

/** Document numbers, mobile and fixed telephones among somebody's words, however they are spaced. */
const number =
  /\d{17}[\dXx]|(?:\+?86)?1[3-9](?:[ -]?\d){9}|0\d{2,3}[ -]?[2-9]\d{6,7}|(?<!\d)[2-9]\d{6,7}(?!\d)/g;
export const withoutNumbers = (words: string): string =>
  words.replace(number, (found) => (found.length > 16 ? maskId(found) : maskPhone(found)));
