// SPDX-License-Identifier: Apache-2.0
import type { countTree } from '@lilong/contracts/case-work';
import type { cityFigures, listCategories } from '@lilong/contracts/cases';
import { isWithin, placeChain } from '@lilong/contracts/place-no';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { startOfDay } from './days.ts';
import { frequentOf, indicatorsOf, mattersIn } from './indicators.ts';
import { iso, today } from './keys.ts';
import { categoriesInForce } from './nearby.ts';
import { casePolicy } from './policy.ts';
import {
  selectChildCounts,
  selectCity,
  selectDistrictOpen,
  selectMatters,
  selectPlaceCounts,
  selectPlacePath,
  selectPopulations,
} from './queries-count.ts';
import type { CategoryBody } from './rules.ts';

/** Counts below a place, one level down, with the standard's indicators of this month. */
export async function treeOf(
  ctx: Ctx,
  { place }: InputOf<typeof countTree>,
): Promise<ReplyOf<typeof countTree>> {
  ctx.requireEver(casePolicy, 'count');
  const post = ctx.actor.post;
  const no = place ?? post?.places[0] ?? 0;
  const reach = post?.places.some((own) => isWithin(no, own)) ?? false;
  if (!reach) throw new Refusal('auth.denied', { action: 'count' }, 'place');
  const path = await selectPlacePath(ctx, placeChain(no));
  const own = path.find((found) => found.no === no);
  if (own === undefined) throw new Refusal('places.unknown', { place: no }, 'place');
  const monthStart = startOfDay(`${today(ctx).slice(0, 7)}-01`, ctx.config.TIME_ZONE);
  const children = await selectChildCounts(ctx, no, monthStart);
  const matters = await selectMatters(ctx, no, monthStart);
  return {
    place: {
      ...own,
      path: path.map(({ no: above, name, pinyin }) => ({ no: above, name, pinyin })),
    },
    children: children.map((child) => ({
      ...child,
      open: Number(child.open),
      late: Number(child.late),
      endedThisMonth: Number(child.endedThisMonth),
    })),
    indicators: indicatorsOf({
      ...(await selectPopulations(ctx, no, monthStart)),
      ...mattersIn(matters),
    }),
    frequent: frequentOf(matters).map(({ category, name, count }) => ({ category, name, count })),
    foldedAt: iso(ctx.now),
  };
}

type Figures = ReplyOf<typeof cityFigures>;
const keptMs = 3_000; // the landing page is open to all: a crowd must not become a crowd of counts

/** Today in the city, computed from its running cases; each program keeps its own for a moment. */
export function makeFigures(): (ctx: Ctx) => Promise<Figures> {
  let kept: { at: number; figures: Figures } | undefined;
  return async (ctx) => {
    const now = ctx.now.getTime();
    if (kept === undefined || Math.abs(now - kept.at) >= keptMs)
      kept = { at: now, figures: await figures(ctx) };
    return kept.figures;
  };
}

async function figures(ctx: Ctx): Promise<Figures> {
  const city = await selectCity(ctx, startOfDay(today(ctx), ctx.config.TIME_ZONE));
  const toHandle = Number(city.toHandle);
  return {
    reportedToday: Number(city.reportedToday),
    open: Number(city.open),
    late: Number(city.late),
    onTimeShare: toHandle === 0 ? null : Number(city.onTime) / toHandle,
    districts: (await selectDistrictOpen(ctx)).map(({ no, open }) => ({ no, open: Number(open) })),
    counts: await selectPlaceCounts(ctx),
  };
}

/** Categories in force, and the frequent ones for chips. */
export async function showCategories(ctx: Ctx): Promise<ReplyOf<typeof listCategories>> {
  const entries = await categoriesInForce(ctx);
  const categories = entries.map((entry) => {
    const body = entry.body as unknown as CategoryBody; // checked when it was approved
    return {
      key: entry.key,
      name: entry.name,
      nameEn: entry.nameEn,
      majorName: body.majorName,
      majorNameEn: body.majorNameEn || null,
      kind: body.kind,
      othersMaySee: body.othersMaySee,
      limits: [...body.limits],
      source: entry.source,
    };
  });
  const frequent = entries
    .filter((entry) => entry.body.chip !== undefined)
    .map((entry) => ({
      key: entry.key,
      nameEn: entry.nameEn,
      chip: entry.body.chip as { order: number; name: string; icon: string },
    }))
    .sort((a, b) => a.chip.order - b.chip.order)
    .map(({ key, nameEn, chip }) => ({ key, name: chip.name, nameEn, icon: chip.icon }));
  return { categories, frequent };
}
