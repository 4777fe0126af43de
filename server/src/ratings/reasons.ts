// SPDX-License-Identifier: Apache-2.0
// What can be picked beside a grade: dated rows of the catalogue, kind `rating_reason`.
import { isBadGrade, isGoodGrade, type RatedThing } from '@lilong/contracts/rating-flow';
import type { RatingReason } from '@lilong/contracts/ratings';
import { Refusal } from '@lilong/contracts/refusals';
import { type Entry, holds } from '../kernel/catalogue.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';

const englishOf = ({ nameEn }: Entry): string | null => (nameEn === '' ? null : nameEn);

/** Those of today for a visit or a matter, in their order. */
export async function reasonsFor(ctx: Ctx, of: RatedThing): Promise<RatingReason[]> {
  const day = today(ctx);
  const rows = await ctx.catalogue.rows(ctx.db, 'rating_reason', ctx.now);
  return rows
    .filter((row) => holds(row, day) && (row.body.of === of || row.body.of === 'both'))
    .sort((one, other) => Number(one.body.order) - Number(other.body.order))
    .map((row) => ({
      ...{ key: row.key, name: row.name, nameEn: englishOf(row), bad: row.body.bad === true },
    }));
}

/** Words of reasons that were picked, whether or not they are still offered. */
export async function namesOf(
  ctx: Ctx,
  keys: readonly string[],
): Promise<{ name: string; nameEn: string | null }[]> {
  const rows = await ctx.catalogue.rows(ctx.db, 'rating_reason', ctx.now);
  return keys.flatMap((key) => {
    const row = rows.findLast((one) => one.key === key);
    return row === undefined ? [] : [{ name: row.name, nameEn: englishOf(row) }];
  });
}

/** @throws {Refusal} ratings.reason when one does not stand beside that grade */
export async function checkReasons(
  ctx: Ctx,
  of: RatedThing,
  grade: number,
  picked: readonly string[],
): Promise<string[]> {
  const offered = (await reasonsFor(ctx, of)).filter(({ bad }) =>
    bad ? isBadGrade(grade) : isGoodGrade(grade),
  );
  if (picked.some((key) => offered.every((one) => one.key !== key)))
    throw new Refusal('ratings.reason', {}, 'reasons');
  return [...picked];
}
