// SPDX-License-Identifier: Apache-2.0
import { isBadGrade } from '@lilong/contracts/rating-flow';
import type { answerMine, rateMine, ToRate } from '@lilong/contracts/ratings';
import type { InputOf } from '@lilong/contracts/route';
import type { Write } from '@lilong/ui/client.ts';

/** What is said with a rating, and of what became of it; the same with an account and with a slip. */
export type SaidRating = Omit<InputOf<typeof rateMine>, 'subject'>;
export type SaidAnswer = Omit<InputOf<typeof answerMine>, 'subject'>;

export interface Sending<S> extends Pick<Write<typeof rateMine>, 'pending' | 'refusal'> {
  readonly send: (said: S) => Promise<ToRate | undefined>;
}
export interface Card {
  readonly page: ToRate | undefined;
  readonly rate: Sending<SaidRating>;
  readonly answer: Sending<SaidAnswer>;
}

/** What is being typed. */
export interface Saying {
  readonly grade: number | undefined;
  readonly reasons: readonly string[];
  readonly words: string;
  readonly calls: boolean | undefined;
  readonly phone: string;
}
export const nothingSaid: Saying = {
  ...{ grade: undefined, reasons: [], words: '', calls: undefined, phone: '' },
};

/** As it is sent; undefined before a grade is picked. Nobody is called about a rating without bad words. */
export function saidOf({ grade, reasons, words, calls, phone }: Saying): SaidRating | undefined {
  if (grade === undefined) return undefined;
  const said = words.trim();
  const call = isBadGrade(grade) && said !== '' && calls === true;
  const number = phone.trim();
  return {
    grade,
    ...(reasons.length === 0 ? {} : { reasons: [...reasons] }),
    ...(said === '' ? {} : { words: said }),
    ...(call ? { callBack: true, ...(number === '' ? {} : { phone: number }) } : {}),
  };
}
