// SPDX-License-Identifier: Apache-2.0
// What the catalogue says today: the calendar that limits are counted with, and numbers that a city may set.
import { type Calendar, type CalendarRow, calendarFromRows } from './calendar.ts';
import type { Entry } from './catalogue.ts';
import type { Ctx } from './ctx.ts';
import { today } from './today.ts';

const calendars = new WeakMap<readonly Entry[], Calendar>();

/** The deployment's calendar; built once for each version of its rows. */
export async function calendarOf(ctx: Ctx): Promise<Calendar> {
  const years = await ctx.catalogue.rows(ctx.db, 'calendar_year', ctx.now);
  const known = calendars.get(years);
  if (known !== undefined) return known;
  const hours = await ctx.catalogue.rows(ctx.db, 'office_hours', ctx.now);
  const rows = [...years, ...hours].map((entry) => entry.body as unknown as CalendarRow); // checked at approval and again here
  const made = calendarFromRows(rows, ctx.config.TIME_ZONE);
  calendars.set(years, made);
  return made;
}

/** A number a city may set; `fallback` when it has not. */
export async function settingOf(ctx: Ctx, key: string, fallback: number): Promise<number> {
  const entry = await ctx.catalogue.inForce(ctx.db, 'setting', key, today(ctx), ctx.now);
  return entry === undefined ? fallback : Number(entry.body.value);
}
