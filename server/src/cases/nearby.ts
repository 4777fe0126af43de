// SPDX-License-Identifier: Apache-2.0
// What others may see: category, road, time and state; words and photos only after a dispatcher released them.
import type { nearbyCases, SimilarCase, similarCases } from '@lilong/contracts/cases';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Static } from 'typebox';
import type { Entry } from '../kernel/catalogue.ts';
import { holds } from '../kernel/catalogue.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { settingOf } from '../kernel/in-force.ts';
import type { Limit } from '../kernel/limits.ts';
import { toWgs84 } from '../places/index.ts';
import { type EnglishNames, englishName, englishNames } from './english.ts';
import { type Described, describe, guessCategory, mayTellHidden } from './guess.ts';
import { caseRef, iso, today } from './keys.ts';
import { type NearRow, selectNear, selectNearby, selectSaid } from './queries-my.ts';
import type { CategoryBody } from './rules.ts';
import { isSimilar } from './similar.ts';
import type { CaseRow } from './tables.ts';

const most = 3;

/** Open cases nearby that may be the same thing: same category or similar words, within 50 m and 72 h unless set otherwise. */
export async function findSimilar(
  ctx: Ctx,
  input: InputOf<typeof similarCases>,
  asked: Limit,
): Promise<ReplyOf<typeof similarCases>> {
  countAsked(ctx, asked);
  const near = await selectNear(ctx, {
    point: input.point === undefined ? null : toWgs84(input.point),
    place: input.place,
    metres: await settingOf(ctx, 'similar_metres', 50),
    hours: await settingOf(ctx, 'similar_hours', 72),
  });
  const categories = await describedCategories(ctx);
  const words = input.words ?? '';
  const category = input.category ?? guessCategory(words, categories)?.key;
  const similar = near
    .filter((row) => isAlike(row, words, category))
    .filter((row) => row.category !== null || mayBeShown(row.compared, categories)); // the query asked its category
  const names = await englishNames(ctx);
  return { similar: similar.slice(0, most).map((row) => similarOf(row, names)) };
}

function isAlike(row: NearRow, words: string, category: string | undefined): boolean {
  const sameCategory = category !== undefined && row.category === category;
  if (row.compared.length === 0) return sameCategory;
  return row.compared.some((said) => isSimilar(words, said, { sameCategory }));
}

/** Before anybody chose a category, what was said must not look like one that is hidden. */
function mayBeShown(said: readonly string[], categories: readonly Described[]): boolean {
  return said.length > 0 && !said.some((words) => mayTellHidden(words, categories));
}

/** Only what others may see can be joined: a reference alone opens nothing. */
export async function mayBeJoined(ctx: Ctx, row: CaseRow): Promise<boolean> {
  if (row.category === null)
    return mayBeShown(await selectSaid(ctx, row), await describedCategories(ctx));
  const rows = await ctx.catalogue.rows(ctx.db, 'category', ctx.now);
  const entry = rows.findLast((one) => one.key === row.category);
  return entry !== undefined && (entry.body as unknown as CategoryBody).othersMaySee;
}

/** The same with what each is recognised by. */
export async function describedCategories(ctx: Ctx): Promise<readonly Described[]> {
  const conditions = await ctx.catalogue.rows(ctx.db, 'condition', ctx.now);
  const day = today(ctx);
  return describe(
    await categoriesInForce(ctx),
    conditions.filter((row) => holds(row, day)),
  );
}

/** All categories in force today. */
export async function categoriesInForce(ctx: Ctx): Promise<Entry[]> {
  const day = today(ctx);
  return (await ctx.catalogue.rows(ctx.db, 'category', ctx.now)).filter((row) => holds(row, day));
}

function similarOf(row: NearRow, names: EnglishNames): Static<typeof SimilarCase> {
  return {
    ref: caseRef(row),
    categoryName: row.category_name,
    categoryNameEn: englishName(names, row.category),
    road: row.road,
    at: iso(row.reported_at),
    state: row.state,
    distanceM: Math.round(row.distance ?? 0),
    words: row.words,
    photo: row.photo,
  };
}

/** Recent cases of a committee that others may see. */
export async function listNearby(
  ctx: Ctx,
  { place }: InputOf<typeof nearbyCases>,
  asked: Limit,
): Promise<ReplyOf<typeof nearbyCases>> {
  countAsked(ctx, asked);
  const rows = await selectNearby(ctx, place);
  const names = await englishNames(ctx);
  const cases = rows.map((row) => ({
    ref: caseRef(row),
    categoryName: row.category_name ?? '',
    categoryNameEn: englishName(names, row.category),
    road: row.road,
    placeName: row.placeName,
    state: row.state,
    reportedAt: iso(row.reported_at),
    closedAt: iso(row.ended_at),
    words: row.words,
    photo: row.photo,
  }));
  return { cases };
}

/** Per account or address: hints must not become a way of listing cases. */
function countAsked({ actor, now }: Ctx, asked: Limit): void {
  asked.count(String(actor.account ?? actor.address), now);
}
