// SPDX-License-Identifier: Apache-2.0
// What an application says, in the reader's language.
import type { AffairState } from '@lilong/contracts/affair-flow';
import type { HeldElement } from '@lilong/contracts/affair-items';
import type { FilledField } from '@lilong/contracts/affairs';
import { speak } from '@lilong/contracts/words';
import { en } from '@lilong/contracts/words/en';
import { ownEn } from '@lilong/contracts/words/en-own';
import { zh } from '@lilong/contracts/words/zh';
import { ownZh } from '@lilong/contracts/words/zh-own';
import type { Ctx } from '../kernel/ctx.ts';

const voices = { zh: speak('zh', zh, ownZh), en: speak('en', en, ownEn) };
type Reader = Pick<Ctx, 'actor'>;

/** Words of 我的数据. */
export const sayOwn = (
  { actor }: Reader,
  key: keyof typeof ownZh,
  facts: Readonly<Record<string, string>> = {},
): string => voices[actor.language]._(key, facts);
export const sayState = ({ actor }: Reader, state: AffairState): string =>
  voices[actor.language]._(`affair.${state}`);

export const sayRole = ({ actor }: Reader, role: string): string =>
  voices[actor.language]._(`role.${role}`);

/** An answer as it was typed; a choice by its name. */
export function sayAnswer(
  { actor }: Reader,
  field: FilledField,
  answer: string | number | boolean,
): string {
  if (typeof answer === 'boolean')
    return voices[actor.language]._(answer ? 'answer.yes' : 'answer.no');
  const choice = field.choices.find(({ key }) => key === answer);
  if (choice === undefined) return String(answer);
  return inLanguage(actor.language, choice.says, choice.saysEn);
}

export const inLanguage = (language: 'zh' | 'en', said: string, saidEn: string | null): string =>
  language === 'en' ? (saidEn ?? said) : said;

/** A data element of the registry. */
export const sayHeld = (language: 'zh' | 'en', element: HeldElement): string =>
  voices[language]._(`held.${element}`);
