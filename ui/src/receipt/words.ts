// SPDX-License-Identifier: Apache-2.0
import type { affairWords } from '@lilong/contracts/words/zh-affairs';
import { dayOf } from '../moment.ts';
import { type Say, useWords } from '../words.tsx';

/** Both fronts have these words: the desk at once, home with its pages about matters. */
export const useReceiptWords = (): Say<keyof typeof affairWords> =>
  useWords<keyof typeof affairWords>();

/** The end of a day is said as that day. */
export const lastDay = (moment: string): string => dayOf(new Date(Date.parse(moment) - 1));

/** Inside a sentence a day stays on one line. */
export const unbroken = (day: string): string => day.replaceAll('-', '-\u2060');

/** `5WD`: 5 个工作日. */
export function useReceiptLimit(): (limit: string) => string {
  const t = useReceiptWords();
  return (limit) => {
    const [, count, unit] = /^(\d+)(UH|WH|WD|UD)$/.exec(limit) ?? [];
    if (count === undefined) return limit;
    return t(`receipt.limit.${unit as 'UH' | 'WH' | 'WD' | 'UD'}`, { count: Number(count) }); // says the pattern
  };
}
