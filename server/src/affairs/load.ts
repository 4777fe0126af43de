// SPDX-License-Identifier: Apache-2.0
// 办件量: what is open, how long it takes and what is promised, by item; and of an item by the office that decides. In the
// order of the catalogue and of places: nobody and no office is ranked.
import type { LoadItem, loadByItem, loadOfItem } from '@lilong/contracts/affair-load';
import { daysAfter } from '@lilong/contracts/days';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { type Calendar, dueAt, parseLimit } from '../kernel/calendar.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { calendarOf } from '../kernel/in-force.ts';
import { dayIn, today } from '../kernel/today.ts';
import { type Item, itemsOfPost, itemsToday, itemToday } from './items.ts';
import { added, figuresOf, type Load, loadOf } from './load-figures.ts';
import {
  decidersIn,
  type Late,
  loadWeeks,
  type Sum,
  scopesOf,
  selectLate,
  selectSums,
} from './load-queries.ts';
import { loadPolicy } from './policy.ts';
import { loadFewest } from './settings.ts';

export async function showLoad(ctx: Ctx): Promise<ReplyOf<typeof loadByItem>> {
  ctx.requireEver(loadPolicy, 'read');
  const ranges = ctx.actor.post?.ranges ?? [];
  const items = await itemsOfPost(ctx, await itemsToday(ctx));
  const { since, from } = weeksOf(ctx);
  const scopes = await scopesOf(ctx, ranges);
  const sums = await selectSums(ctx, { scopes, since, from, by: 'item' });
  const offices = await decidersIn(ctx, ranges);
  const late = await selectLate(
    ctx,
    offices.map(({ no }) => no),
  );
  const loads = items.map(({ entry: { key } }) => loadOfKey(sums, late, 'item', key));
  const calendar = await calendarOf(ctx);
  const { figures, ...said } = await told(ctx, since, loads);
  return {
    ...said,
    items: items.map((item, at) => ({ ...cardOf(ctx, item, calendar), ...of(figures, at) })),
  };
}

export async function showLoadOfItem(
  ctx: Ctx,
  { item: key }: InputOf<typeof loadOfItem>,
): Promise<ReplyOf<typeof loadOfItem>> {
  ctx.requireEver(loadPolicy, 'read');
  const item = await itemToday(ctx, key);
  if ((await itemsOfPost(ctx, [item])).length === 0)
    throw new Refusal('found.nothing', { what: 'item' }, 'item');
  const offices = await decidersIn(ctx, ctx.actor.post?.ranges ?? []);
  const { since, from } = weeksOf(ctx);
  const scopes = offices.map(({ no }) => no);
  const sums = await selectSums(ctx, { scopes, item: key, since, from, by: 'office' });
  const late = (await selectLate(ctx, scopes)).filter((one) => one.item === key);
  const working = offices.filter(({ no }) => sums.some(({ of: office }) => office === no));
  const loads = working.map(({ no }) => loadOfKey(sums, late, 'office', no));
  const { figures, ...said } = await told(ctx, since, loads);
  return {
    ...said,
    item: cardOf(ctx, item, await calendarOf(ctx)),
    offices: working.map(({ no, name }, at) => {
      const { medianDays: _, weeksOfWork: __, ...counts } = of(figures, at);
      return { organisation: no, name, ...counts };
    }),
  };
}

/** Monday of this week, and of the first week that is looked back to. */
function weeksOf(ctx: Ctx): { since: string; from: string } {
  const day = today(ctx);
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7; // Monday is 0
  const since = daysAfter(day, -weekday);
  return { since, from: daysAfter(since, -7 * (loadWeeks - 1)) };
}

function loadOfKey(
  sums: readonly Sum[],
  late: readonly Late[],
  by: 'item' | 'office',
  key: string | number,
): Load {
  const ofKey = sums.filter(({ item, of: office }) => (by === 'item' ? item : office) === key);
  const lateOfKey = late.filter((one) => one[by] === key);
  return loadOf(
    ofKey,
    lateOfKey.reduce((all, { n }) => all + n, 0),
  );
}

/** With the figures of the whole, which hide nothing but themselves. */
async function told(ctx: Ctx, since: string, loads: readonly Load[]) {
  const fewest = await loadFewest(ctx);
  const [all] = figuresOf([added(loads)], fewest, loadWeeks);
  if (all === undefined) throw new Error('no figures of the whole'); // one went in
  return {
    ...{ since, weeks: loadWeeks, fewest, all },
    figures: figuresOf(loads, fewest, loadWeeks),
  };
}

function of<T>(figures: readonly T[], at: number): T {
  const found = figures[at];
  if (found === undefined) throw new Error(`no figures of ${at}`); // there are as many as loads
  return found;
}

function cardOf(ctx: Ctx, { entry, body }: Item, calendar: Calendar): LoadItem {
  const due = dueAt(calendar, ctx.now, parseLimit(body.promised));
  const { department } = body;
  return {
    ...{ item: entry.key, name: entry.name, nameEn: entry.nameEn },
    ...{ departmentName: department.name, departmentNameEn: department.nameEn ?? null },
    ...{ promised: body.promised, legal: body.legal ?? null, provisional: due.provisional },
    // A limit ends at 24:00 of its last day.
    promisedOn: dayIn(ctx, new Date(due.at.getTime() - 1)),
  };
}
