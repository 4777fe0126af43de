// SPDX-License-Identifier: Apache-2.0
import type { Entry } from '../kernel/catalogue.ts';
import type { Ctx } from '../kernel/ctx.ts';

/** What a category is called in English, by its key. */
export type EnglishNames = ReadonlyMap<string, string>;

const known = new WeakMap<readonly Entry[], EnglishNames>();

/** What categories are called in English, also those that ended; without those for which the city wrote nothing. */
export async function englishNames(ctx: Ctx): Promise<EnglishNames> {
  const rows = await ctx.catalogue.rows(ctx.db, 'category', ctx.now);
  const found = known.get(rows);
  if (found !== undefined) return found;
  const names = new Map(
    rows.flatMap(({ key, nameEn }) => (nameEn ? [[key, nameEn] as const] : [])),
  );
  known.set(rows, names);
  return names;
}

/** The English name of the category of a case; null when it has none, or no category yet. */
export function englishName(names: EnglishNames, category: string | null): string | null {
  return (category === null ? undefined : names.get(category)) ?? null;
}
