// SPDX-License-Identifier: Apache-2.0
// The manager plans when the hall is open: a regular week from a day on, single days, and today earlier than usual.
import type {
  closeEarly,
  HallPlan,
  hallPlan,
  planDays,
  planWeek,
  withdrawPlan,
} from '@lilong/contracts/counters-hall';
import { faultIn, type Span } from '@lilong/contracts/opening-hours';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Calendar } from '../kernel/calendar.ts';
import { dateOfDay, dayOfDate } from '../kernel/calendar-zone.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { calendarOf } from '../kernel/in-force.ts';
import { today } from '../kernel/today.ts';
import { needCentre } from './hall.ts';
import { hallDay, momentOf, spansAt } from './hours.ts';
import {
  insertOpening,
  lockCentre,
  selectOpening,
  selectPlanned,
  updateHours,
  updateWithdrawn,
} from './plan-queries.ts';
import { centrePolicy, openingPolicy } from './policy.ts';
import type { CentreFound } from './queries.ts';
import type { OpeningRow } from './tables.ts';
import { tellOfHall } from './tell.ts';

const previewDays = 29; // today, and four weeks
const farthest = 366; // days ahead

/**
 * The centre; permission to manage it was asked.
 *
 * @throws {Refusal} found.nothing, auth.denied
 */
export async function managed(ctx: Ctx, no: number): Promise<CentreFound> {
  ctx.requireEver(centrePolicy, 'manage');
  const centre = await needCentre(ctx, no);
  await ctx.require(centrePolicy, 'manage', { no });
  return centre;
}

export async function showPlan(
  ctx: Ctx,
  { centre: no }: InputOf<typeof hallPlan>,
): Promise<ReplyOf<typeof hallPlan>> {
  const { name, hours } = await managed(ctx, no);
  const planned = await selectPlanned(ctx, no);
  const days = planned.flatMap((row) => (row.kind === 'days' ? [row] : []));
  const weeks = planned.flatMap((row) => (row.kind === 'week' ? [row] : []));
  const who = ({ no: plan, by, at }: (typeof planned)[number]) => ({
    ...{ plan, by, at: at.toISOString() },
  });
  return {
    ...{ centre: no, name, today: today(ctx) },
    ...{ working: [...hours.working], rest: [...hours.rest] },
    weeks: weeks.map((row) => ({ ...who(row), from: row.from_day, week: mutable(row.body) })),
    days: days.map((row) => ({
      ...{ ...who(row), from: row.from_day, to: row.to_day ?? row.from_day },
      ...{ spans: row.body.spans, why: row.why ?? '' },
    })),
    calendar: daysAhead(await calendarOf(ctx), ctx.now),
  };
}
const mutable = ({ days, worked, holiday }: Extract<OpeningRow, { kind: 'week' }>['body']) => ({
  ...{ days: [...days], worked: [...worked], holiday: [...holiday] },
});

function daysAhead(calendar: Calendar, now: Date): HallPlan['calendar'] {
  const first = calendar.zone.dayOf(now.getTime());
  return Array.from({ length: previewDays }, (_, index) => {
    const { date, weekday, kind } = hallDay(calendar, first + index);
    const named = kind === 'plain' ? null : (calendar.marked.get(first + index)?.name ?? null);
    return { date, weekday, kind, named, assumed: calendar.kindOf(first + index).assumed };
  });
}

/** @throws {Refusal} counters.hours-never, -time, -order, -overlap; counters.plan-past, plan-there */
export async function addWeek(
  ctx: Ctx,
  { centre: no, from, week }: InputOf<typeof planWeek>,
): Promise<ReplyOf<typeof planWeek>> {
  const centre = await managed(ctx, no);
  const all = [...week.days, week.worked, week.holiday];
  for (const [at, spans] of all.entries()) needSpans(spans, fields[at] ?? 'week');
  if (all.every((spans) => spans.length === 0))
    throw new Refusal('counters.hours-never', {}, 'week');
  needAhead(ctx, from, 'from');
  await lockCentre(ctx, no);
  const there = (await selectPlanned(ctx, no)).find(
    ({ kind, from_day }) => kind === 'week' && from_day === from,
  );
  if (there !== undefined) throw new Refusal('counters.plan-there', { from, to: from }, 'from');
  const sorted = { days: week.days.map(inOrder), worked: inOrder(week.worked) };
  const body = { ...sorted, holiday: inOrder(week.holiday) };
  return kept(ctx, centre, { kind: 'week', from_day: from, to_day: null, body, why: null });
}
const fields = ['0', '1', '2', '3', '4', '5', '6', 'worked', 'holiday'].map((day) => `week.${day}`);
const inOrder = (spans: readonly Span[]): Span[] =>
  spans.toSorted(([one], [other]) => one.localeCompare(other));

export async function addDays(
  ctx: Ctx,
  { centre: no, from, to, spans, why }: InputOf<typeof planDays>,
): Promise<ReplyOf<typeof planDays>> {
  const centre = await managed(ctx, no);
  needSpans(spans, 'spans');
  needAhead(ctx, from, 'from');
  if (to < from) throw new Refusal('counters.hours-order', { from, to }, 'to');
  needAhead(ctx, to, 'to');
  await lockCentre(ctx, no);
  const there = (await selectPlanned(ctx, no)).find(
    (row) => row.kind === 'days' && row.from_day <= to && from <= (row.to_day ?? ''),
  );
  if (there !== undefined)
    throw new Refusal(
      'counters.plan-there',
      { from: there.from_day, to: there.to_day ?? '' },
      'from',
    );
  const body = { spans: inOrder(spans) };
  return kept(ctx, centre, { kind: 'days', from_day: from, to_day: to, body, why });
}

/** @throws {Refusal} counters.early-late when the hall is shut by then anyway, plan-there when it was said already */
export async function shutEarly(
  ctx: Ctx,
  { centre: no, time, why }: InputOf<typeof closeEarly>,
): Promise<ReplyOf<typeof closeEarly>> {
  const centre = await managed(ctx, no);
  const calendar = await calendarOf(ctx);
  const day = today(ctx);
  await lockCentre(ctx, no);
  const there = (await selectPlanned(ctx, no)).some(({ kind }) => kind === 'early');
  if (there) throw new Refusal('counters.plan-there', { from: day, to: day }, 'time');
  const at = time ?? wallTime(ctx);
  const last = spansAt(calendar, centre.hours, ctx.now).at(-1)?.[1] ?? '00:00';
  if (at >= last) throw new Refusal('counters.early-late', { at: last }, 'time');
  if (momentOf(calendar, at, ctx.now).getTime() < ctx.now.getTime() - minute)
    throw new Refusal('counters.plan-past', { day: at }, 'time');
  return kept(ctx, centre, { kind: 'early', from_day: day, to_day: day, body: { at }, why });
}
const minute = 60_000; // ms

const wallTime = ({ now, config }: Ctx): string =>
  now.toLocaleTimeString('en-GB', {
    ...{ timeZone: config.TIME_ZONE, hourCycle: 'h23', hour: '2-digit', minute: '2-digit' },
  });

export async function withdraw(
  ctx: Ctx,
  { plan }: InputOf<typeof withdrawPlan>,
): Promise<ReplyOf<typeof withdrawPlan>> {
  ctx.requireEver(openingPolicy, 'withdraw');
  const row = await selectOpening(ctx, plan);
  if (row === undefined) throw new Refusal('found.nothing', { what: 'plan' }, 'plan');
  await ctx.require(openingPolicy, 'withdraw', { no: plan });
  await lockCentre(ctx, row.centre);
  if ((row.to_day ?? row.from_day) < today(ctx))
    throw new Refusal('counters.plan-began', { day: row.from_day });
  if (row.withdrawn_at === null) await updateWithdrawn(ctx, plan);
  return told(ctx, await needCentre(ctx, row.centre), row);
}

type Kept = Parameters<typeof insertOpening>[2];
async function kept(ctx: Ctx, centre: CentreFound, row: Kept): Promise<{ done: true }> {
  await insertOpening(ctx, centre, row);
  return told(ctx, centre, row);
}

async function told(ctx: Ctx, centre: CentreFound, row: Kept): Promise<{ done: true }> {
  await updateHours(ctx, centre.no);
  tellOfHall(ctx, centre);
  const { kind, from_day, to_day, body } = row;
  const facts = { kind, from_day, to_day, body };
  ctx.note({ act: 'counters.hours', subject: `centre ${centre.no}`, place: centre.place, facts });
  return { done: true };
}

function needSpans(spans: readonly Span[], field: string): void {
  const fault = faultIn(spans);
  if (fault === undefined) return;
  if (fault.kind === 'time')
    throw new Refusal('counters.hours-time', { value: fault.value }, field);
  if (fault.kind === 'order') {
    const { from, to } = fault;
    throw new Refusal('counters.hours-order', { from, to }, field);
  }
  const { first, second } = fault;
  throw new Refusal('counters.hours-overlap', { first, second }, field);
}

/** A day of the calendar from today on, at most a year ahead. */
function needAhead(ctx: Ctx, text: string, field: string): void {
  const day = dayOfDate(text);
  const last = dateOfDay((dayOfDate(today(ctx)) ?? 0) + farthest);
  if (day === undefined || text < today(ctx) || text > last)
    throw new Refusal('counters.plan-past', { day: text }, field);
}
