// SPDX-License-Identifier: Apache-2.0
// The manager plans when the hall is open: a regular week from a day on, single days, and today earlier than usual.
import type {
  closeEarly,
  HallPlan,
  hallPlan,
  planDays,
  planWeek,
  Settle,
  withdrawPlan,
} from '@lilong/contracts/counters-hall';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Calendar } from '../kernel/calendar.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { calendarOf } from '../kernel/in-force.ts';
import { today } from '../kernel/today.ts';
import { settle } from './booking/settle.ts';
import { needCentre } from './hall.ts';
import { hallDay, spansAt } from './hours.ts';
import {
  insertOpening,
  lockCentre,
  selectOpening,
  selectPlanned,
  updateHours,
  updateWithdrawn,
} from './plan-queries.ts';
import {
  type Before,
  daysRow,
  earlyRow,
  type NewOpening,
  type Today,
  weekRow,
} from './plan-rows.ts';
import { centrePolicy, openingPolicy } from './policy.ts';
import type { CentreFound } from './queries.ts';
import type { OpeningRow } from './tables.ts';
import { tellOfHall } from './tell.ts';

const previewDays = 29; // today, and four weeks

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

export async function addWeek(
  ctx: Ctx,
  { centre: no, settle: how, ...given }: InputOf<typeof planWeek>,
): Promise<ReplyOf<typeof planWeek>> {
  const centre = await managed(ctx, no);
  await lockCentre(ctx, no);
  return kept(ctx, centre, weekRow(await before(ctx, no), given), how);
}

export async function addDays(
  ctx: Ctx,
  { centre: no, settle: how, ...given }: InputOf<typeof planDays>,
): Promise<ReplyOf<typeof planDays>> {
  const centre = await managed(ctx, no);
  await lockCentre(ctx, no);
  return kept(ctx, centre, daysRow(await before(ctx, no), given), how);
}

export async function shutEarly(
  ctx: Ctx,
  { centre: no, settle: how, ...given }: InputOf<typeof closeEarly>,
): Promise<ReplyOf<typeof closeEarly>> {
  const centre = await managed(ctx, no);
  await lockCentre(ctx, no);
  return kept(ctx, centre, earlyRow(await todayOf(ctx, centre), given), how);
}

export const before = async (ctx: Ctx, no: number): Promise<Before> => ({
  ...{ planned: await selectPlanned(ctx, no), today: today(ctx) },
});
export async function todayOf(ctx: Ctx, { no, hours }: CentreFound): Promise<Today> {
  const shuts = spansAt(await calendarOf(ctx), hours, ctx.now).at(-1)?.[1] ?? '00:00';
  return { ...(await before(ctx, no)), now: wallTime(ctx), shuts };
}
const wallTime = ({ now, config }: Ctx): string =>
  now.toLocaleTimeString('en-GB', {
    ...{ timeZone: config.TIME_ZONE, hourCycle: 'h23', hour: '2-digit', minute: '2-digit' },
  });

export async function withdraw(
  ctx: Ctx,
  { plan, settle: how }: InputOf<typeof withdrawPlan>,
): Promise<ReplyOf<typeof withdrawPlan>> {
  ctx.requireEver(openingPolicy, 'withdraw');
  const row = await selectOpening(ctx, plan);
  if (row === undefined) throw new Refusal('found.nothing', { what: 'plan' }, 'plan');
  await ctx.require(openingPolicy, 'withdraw', { no: plan });
  await lockCentre(ctx, row.centre);
  if ((row.to_day ?? row.from_day) < today(ctx))
    throw new Refusal('counters.plan-began', { day: row.from_day });
  if (row.withdrawn_at === null) await updateWithdrawn(ctx, plan);
  return told(ctx, await needCentre(ctx, row.centre), row, how);
}

async function kept(
  ctx: Ctx,
  centre: CentreFound,
  row: NewOpening,
  how: Settle | undefined,
): Promise<{ done: true }> {
  await insertOpening(ctx, centre, row);
  return told(ctx, centre, row, how);
}

async function told(
  ctx: Ctx,
  centre: CentreFound,
  row: NewOpening,
  how: Settle | undefined,
): Promise<{ done: true }> {
  await updateHours(ctx, centre.no);
  await settle(ctx, centre.no, how);
  tellOfHall(ctx, centre);
  const { kind, from_day, to_day, body } = row;
  const facts = { kind, from_day, to_day, body, settle: how };
  ctx.note({ act: 'counters.hours', subject: `centre ${centre.no}`, place: centre.place, facts });
  return { done: true };
}
