// SPDX-License-Identifier: Apache-2.0
// Whom a plan would unsettle, before it is saved: the same rules as the save, and as what looks at bookings again afterwards.
import type { previewPlan } from '@lilong/contracts/counters-hall';
import type { Hours } from '@lilong/contracts/opening-hours';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { calendarOf } from '../kernel/in-force.ts';
import { unsettledBy } from './booking/settle.ts';
import { hallOf, placeOf } from './hall.ts';
import { momentOf, spansAt } from './hours.ts';
import { managed, todayOf } from './plan.ts';
import { addedBy, daysRow, earlyRow, type NewOpening, weekRow } from './plan-rows.ts';
import { type CentreFound, selectWindows } from './queries.ts';
import type { WindowRow } from './tables.ts';

type Draft = Omit<InputOf<typeof previewPlan>, 'centre'>;
type Reply = ReplyOf<typeof previewPlan>;

/** @throws {Refusal} what the save would */
export async function preview(
  ctx: Ctx,
  { centre: no, ...draft }: InputOf<typeof previewPlan>,
): Promise<Reply> {
  const centre = await managed(ctx, no);
  const there = await todayOf(ctx, centre);
  const { window, withdraw } = draft;
  const left = there.planned.filter((row) => row.no !== withdraw);
  if (withdraw !== undefined && left.length === there.planned.length)
    throw new Refusal('found.nothing', { what: 'plan' }, 'withdraw');
  const rows = [...left, ...rowsOf(draft, there).map((row) => ({ ...row, no: 0 }))];
  const hours = { ...centre.hours, ...addedBy(rows) };
  const windows = window === undefined ? undefined : await windowsWith(ctx, no, window);
  const bookings = await unsettledBy(ctx, no, { hours, ...(windows && { windows }) });
  return { bookings, ...(await inLine(ctx, centre, hours)) };
}

/** @throws {Refusal} found.nothing when the window is not of this hall */
async function windowsWith(
  ctx: Ctx,
  centre: number,
  { window: no, services }: NonNullable<Draft['window']>,
): Promise<WindowRow[]> {
  const all = await selectWindows(ctx, centre);
  if (!all.some((one) => one.no === no))
    throw new Refusal('found.nothing', { what: 'window' }, 'window');
  return all.flatMap((one) => {
    if (one.no !== no) return [one];
    return services === undefined ? [] : [{ ...one, services: [...services] }];
  });
}

/** As they would be kept. */
function rowsOf(
  { week, days, early }: Draft,
  there: Awaited<ReturnType<typeof todayOf>>,
): NewOpening[] {
  const why = '-'; // what people are told changes nothing
  return [
    ...(week === undefined ? [] : [weekRow(there, week)]),
    ...(days === undefined ? [] : [daysRow(there, { ...days, why })]),
    ...(early === undefined ? [] : [earlyRow(there, { ...early, why })]),
  ];
}

/** Those in line, when the hall would shut sooner than it does now. */
async function inLine(
  ctx: Ctx,
  { no, hours: before }: CentreFound,
  after: Hours,
): Promise<Pick<Reply, 'waiting' | 'late'>> {
  const calendar = await calendarOf(ctx);
  const [shuts, sooner] = [before, after].map(
    (hours) => spansAt(calendar, hours, ctx.now).at(-1)?.[1] ?? '00:00',
  ) as [string, string];
  if (sooner >= shuts) return { waiting: 0, late: 0 };
  const until = momentOf(calendar, sooner, ctx.now).getTime();
  const hall = await hallOf(ctx, no);
  const late = hall.waiting.filter((ticket) => {
    const minutes = placeOf(hall, ticket, ctx.now).wait?.minutes ?? null;
    return minutes === null || ctx.now.getTime() + minutes * 60_000 > until;
  });
  return { waiting: hall.waiting.length, late: late.length };
}
