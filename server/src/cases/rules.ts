// SPDX-License-Identifier: Apache-2.0
// The dated catalogue rows that cases live by.
import { Refusal } from '@lilong/contracts/refusals';
import { dueAt, parseLimit } from '../kernel/calendar.ts';
import { type Entry, holds } from '../kernel/catalogue.ts';
import { selectCatalogueRow } from '../kernel/catalogue-queries.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { calendarOf } from '../kernel/in-force.ts';
import { today } from './keys.ts';
import { type StageLimits, stages } from './promises.ts';
import type { CaseRow } from './tables.ts';
import type { Condition, MoveFacts } from './workflow.ts';

/** Body of a category row. */
export interface CategoryBody {
  readonly kind: 'event' | 'component' | 'community';
  readonly majorName: string;
  readonly majorNameEn?: string;
  readonly limits: readonly string[];
  readonly arriveLimit: string | null;
  readonly othersMaySee: boolean;
}
/** Body of a condition row; its key is `<category>/<order>`. */
export interface ConditionBody {
  readonly category: string;
  readonly order: number;
  readonly limit: string;
  readonly registerWhen: string;
  readonly registerWhenEn?: string;
  readonly closeWhen: string;
  readonly closeWhenEn?: string;
}

/** The limit called `key` in the catalogue, counted from now. */
export async function promiseOf(
  ctx: Ctx,
  key: string,
): Promise<{ at: Date; provisional: boolean }> {
  const entry = await ctx.catalogue.inForce(ctx.db, 'limit', key, today(ctx), ctx.now);
  if (entry === undefined) throw new Error(`the catalogue has no limit ${key} in force`);
  return dueAt(await calendarOf(ctx), ctx.now, parseLimit(String(entry.body.limit)));
}

/** What every move is computed with. A step whose limit a city has taken out has none. */
export async function momentOf(ctx: Ctx): Promise<Pick<MoveFacts, 'calendar' | 'limits' | 'now'>> {
  const limits: StageLimits = {};
  for (const stage of stages) {
    const entry = await ctx.catalogue.inForce(ctx.db, 'limit', stage, today(ctx), ctx.now);
    if (entry !== undefined) limits[stage] = String(entry.body.limit);
  }
  return { calendar: await calendarOf(ctx), limits, now: ctx.now };
}

/**
 * The category as it stands today.
 *
 * @throws {Refusal} cases.category-retired, naming its last day; cases.category-not-yet, naming its first
 */
export async function categoryInForce(ctx: Ctx, key: string): Promise<Entry> {
  const entry = await ctx.catalogue.inForce(ctx.db, 'category', key, today(ctx), ctx.now);
  if (entry !== undefined) return entry;
  const rows = await ctx.catalogue.rows(ctx.db, 'category', ctx.now);
  throw notInForce(
    rows.filter((row) => row.key === key),
    today(ctx),
  );
}

/** `rows` are those of one key, oldest first, none of them in force on `day`. */
function notInForce(rows: readonly Entry[], day: string): Refusal {
  const next = rows.find((row) => row.effectiveFrom > day);
  const last = rows.findLast((row) => row.effectiveTo !== null && row.effectiveTo < day);
  if (next !== undefined && last === undefined)
    return new Refusal(
      'cases.category-not-yet',
      { name: next.name, day: next.effectiveFrom },
      'category',
    );
  if (last?.effectiveTo == null)
    return new Refusal('found.nothing', { what: 'category' }, 'category');
  return new Refusal(
    'cases.category-retired',
    { name: last.name, day: last.effectiveTo },
    'category',
  );
}

const sorted = new WeakMap<readonly Entry[], ReadonlyMap<string, readonly Entry[]>>();
/** Conditions under the category that their key begins with; a city has many hundreds. */
function byCategory(rows: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const known = sorted.get(rows);
  if (known !== undefined) return known;
  const made = Map.groupBy(rows, ({ key }) => key.slice(0, key.lastIndexOf('/')));
  sorted.set(rows, made);
  return made;
}

/** The graded conditions of a category in force today, in their order. */
export async function conditionsOf(
  ctx: Ctx,
  category: string,
): Promise<{ row: number; body: ConditionBody }[]> {
  const rows = await ctx.catalogue.rows(ctx.db, 'condition', ctx.now);
  const day = today(ctx);
  return (byCategory(rows).get(category) ?? [])
    .filter((row) => holds(row, day))
    .map((row) => ({ row: row.no, body: row.body as unknown as ConditionBody }))
    .sort((a, b) => a.body.order - b.body.order);
}

/** The condition that a case was registered by, in the version that it keeps, whatever the catalogue says today. */
export async function keptCondition(
  ctx: Ctx,
  { condition_row }: Pick<CaseRow, 'condition_row'>,
): Promise<ConditionBody | undefined> {
  if (condition_row === null) return undefined;
  const rows = await ctx.catalogue.rows(ctx.db, 'condition', ctx.now);
  const found =
    rows.find(({ no }) => no === condition_row) ??
    (await selectCatalogueRow(ctx.db, condition_row));
  return found?.body as ConditionBody | undefined; // checked when it was approved
}

/** @throws {Refusal} cases.category-retired; found.nothing for a condition that the category does not have */
export async function conditionFor(ctx: Ctx, category: string, order: number): Promise<Condition> {
  const entry = await categoryInForce(ctx, category);
  const found = (await conditionsOf(ctx, category)).find(({ body }) => body.order === order);
  if (found === undefined) throw new Refusal('found.nothing', { what: 'condition' }, 'condition');
  const body = entry.body as unknown as CategoryBody;
  return {
    row: found.row,
    order,
    limit: found.body.limit,
    categoryName: entry.name,
    othersMaySee: body.othersMaySee,
    arriveLimit: gradeOf(body.arriveLimit, order),
  };
}

/** Of limits graded as the conditions are, `24UH/2UH`, that of one condition; the last holds for those after it. */
function gradeOf(limits: string | null, order: number): string | null {
  const graded = limits?.split('/') ?? [];
  return graded[order - 1] ?? graded.at(-1) ?? null;
}
