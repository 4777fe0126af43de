// SPDX-License-Identifier: Apache-2.0
// What others may see: category, road, time and state; words and photos only after a dispatcher released them.
import type { nearbyCases, SimilarCase, similarCases } from '@lilong/contracts/cases';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Static } from 'typebox';
import type { Entry } from '../kernel/catalogue.ts';
import { holds } from '../kernel/catalogue.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { makeLimit } from '../kernel/limits.ts';
import { toWgs84 } from '../places/index.ts';
import { guessCategory } from './guess.ts';
import { caseRef, iso, today } from './keys.ts';
import { type PublicRow, selectNear, selectNearby, selectSaid } from './queries-my.ts';
import { type CategoryBody, settingOf } from './rules.ts';
import { isSimilar } from './similar.ts';
import type { CaseRow } from './tables.ts';

const asked = makeLimit(60, 10); // per account or address: hints must not become a way of listing cases
const most = 3;

/** Open cases nearby that may be the same thing: same category or similar words, within 50 m and 72 h unless set otherwise. */
export async function findSimilar(
  ctx: Ctx,
  input: InputOf<typeof similarCases>,
): Promise<ReplyOf<typeof similarCases>> {
  asked.count(String(ctx.actor.account ?? ctx.actor.address), ctx.now);
  const near = await selectNear(ctx, {
    point: input.point === undefined ? null : toWgs84(input.point),
    place: input.place,
    category: input.category ?? null,
    metres: await settingOf(ctx, 'similar_metres', 50),
    hours: await settingOf(ctx, 'similar_hours', 72),
  });
  const words = input.words ?? '';
  const alike = near.filter(
    (row) =>
      row.ownCategory || (words !== '' && isSimilar(words, row.compared, { sameCategory: false })),
  );
  const visible: PublicRow[] = [];
  for (const row of alike) if (await othersMaySee(ctx, row)) visible.push(row);
  return { similar: visible.slice(0, most).map(similarOf) };
}

/** The category decides; before registration, the one that the words look like. */
async function othersMaySee(ctx: Ctx, row: PublicRow): Promise<boolean> {
  if (row.category_name !== null) return true; // the query asked its category
  return wordsMayBeSeen(ctx, row.compared);
}

async function wordsMayBeSeen(ctx: Ctx, words: string): Promise<boolean> {
  const guess = guessCategory(words, await categoriesInForce(ctx));
  return guess !== undefined && (guess.body as unknown as CategoryBody).othersMaySee;
}

/** Only what others may see can be joined: a reference alone opens nothing. */
export async function mayBeJoined(ctx: Ctx, row: CaseRow): Promise<boolean> {
  if (row.category === null) return wordsMayBeSeen(ctx, await selectSaid(ctx, row));
  const rows = await ctx.catalogue.rows(ctx.db, 'category', ctx.now);
  const entry = rows.findLast((one) => one.key === row.category);
  return entry !== undefined && (entry.body as unknown as CategoryBody).othersMaySee;
}

/** All categories in force today. */
export async function categoriesInForce(ctx: Ctx): Promise<Entry[]> {
  const day = today(ctx);
  return (await ctx.catalogue.rows(ctx.db, 'category', ctx.now)).filter((row) => holds(row, day));
}

function similarOf(row: PublicRow): Static<typeof SimilarCase> {
  return {
    ref: caseRef(row),
    categoryName: row.category_name,
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
): Promise<ReplyOf<typeof nearbyCases>> {
  asked.count(String(ctx.actor.account ?? ctx.actor.address), ctx.now);
  const rows = await selectNearby(ctx, place);
  const cases = rows.map((row) => ({
    ref: caseRef(row),
    categoryName: row.category_name ?? '',
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
