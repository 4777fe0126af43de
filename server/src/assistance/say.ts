// SPDX-License-Identifier: Apache-2.0
// Codes in the reader's language, and what the program tells by itself.
import { speak } from '@lilong/contracts/words';
import { codesEn } from '@lilong/contracts/words/en-codes';
import { codesZh } from '@lilong/contracts/words/zh-codes';
import type { Ctx } from '../kernel/ctx.ts';

const voices = { zh: speak('zh', codesZh), en: speak('en', codesEn) };

export function sayRelation({ actor }: Ctx, code: string | null): string | null {
  if (code === null) return null;
  const key = `code.relation.${code}`;
  const said = voices[actor.language]._(key);
  return said === key ? code : said;
}
