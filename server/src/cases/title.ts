// SPDX-License-Identifier: Apache-2.0
import type { Ctx } from '../kernel/ctx.ts';
import { say } from '../kernel/problem.ts';
import { type EnglishNames, englishName } from './english.ts';

const titleLength = 40; // characters

/** The first sentence of what was said, short enough for a line; null when nothing was said in words. */
export function titleOf(words: string | undefined): string | null {
  const first = (words ?? '').trim().split(/[。！？!?\n]/)[0] ?? '';
  if (first === '') return null;
  return first.length <= titleLength ? first : `${first.slice(0, titleLength - 1)}…`;
}

/** What a line shows: the title, else in the reader's language the category, else that nothing was written. */
export function shownTitle(
  ctx: Ctx,
  row: {
    readonly title: string | null;
    readonly category: string | null;
    readonly category_name: string | null;
  },
  names: EnglishNames,
): string {
  const english = ctx.actor.language === 'en' ? englishName(names, row.category) : null;
  return row.title ?? english ?? row.category_name ?? say(ctx.actor.language, 'case.no-words');
}
