// SPDX-License-Identifier: Apache-2.0
// When hours or windows become fewer, bookings that no longer fit are found, and whoever made them hears of it. None is dropped.
import type { deskBookings } from '@lilong/contracts/booking';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import { systemActor } from '../../kernel/actor.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import type { Host } from '../../kernel/host.ts';
import { asSystem } from '../../kernel/serve.ts';
import { today } from '../../kernel/today.ts';
import { servicesOf } from '../classes.ts';
import { centrePolicy } from '../policy.ts';
import { deskBooking } from './held.ts';
import { type Ledger, ledgerOf } from './ledger.ts';
import {
  lockBooking,
  selectBookedHalls,
  selectDay,
  selectToCome,
  selectUnits,
  updateBooking,
} from './queries.ts';
import { unseated } from './seats.ts';
import { bookableAt, spansOfDay } from './slots.ts';
import type { BookingRow, UnitRow } from './tables.ts';
import { tellOfBooking, writeOfBooking } from './tell.ts';

/**
 * Bookings for which the hall as it is planned now has no room: it is shut then, or too few windows do their matter and
 * nobody said that it sees to them all the same.
 */
export function unfitOf({ ledger, bookings, units }: ToCome): Set<number> {
  const { windows, rule } = ledger;
  const kept = new Set(bookings.flatMap(({ no, kept_at }) => (kept_at === null ? [] : [no])));
  const out = new Set<number>();
  for (const [start, here] of Map.groupBy(units, ({ starts_at }) => starts_at.getTime())) {
    const isOpen = isOpenAt(ledger, start);
    const left = isOpen ? unseated(here, bookableAt(windows, start, rule)) : here;
    for (const { booking } of left) if (!isOpen || !kept.has(booking)) out.add(booking);
  }
  return out;
}

/** For the whole unit that begins then. */
export function isOpenAt({ calendar, centre, rule }: Ledger, start: number): boolean {
  const end = start + rule.every * 60_000;
  const spans = spansOfDay(calendar, centre.hours, calendar.zone.dayOf(start));
  return spans.some(({ from, to }) => start >= from && end <= to);
}

export interface ToCome {
  readonly ledger: Ledger;
  readonly bookings: readonly BookingRow[];
  readonly units: readonly UnitRow[];
}
export async function toCome(ctx: Ctx, centre: number): Promise<ToCome> {
  const bookings = await selectToCome(ctx, centre);
  const last = bookings.reduce((to, one) => (one.ends_at > to ? one.ends_at : to), ctx.now);
  const units = await selectUnits(ctx, centre, ctx.now, last);
  return { ledger: await ledgerOf(ctx, centre), bookings, units };
}

/** To be called when hours, windows or the share of a hall may have changed. */
export async function refit(ctx: Ctx, centre: number): Promise<void> {
  const there = await toCome(ctx, centre);
  const unfit = unfitOf(there);
  for (const row of there.bookings)
    if (unfit.has(row.no) === (row.unfit_at === null))
      await mark(ctx, there.ledger, row, unfit.has(row.no));
}

async function mark(
  ctx: Ctx,
  { centre }: Ledger,
  { street, no }: BookingRow,
  isUnfit: boolean,
): Promise<void> {
  const row = await lockBooking(ctx, { street, no });
  if (row?.state !== 'booked' || isUnfit !== (row.unfit_at === null)) return;
  const marked = await updateBooking(ctx, row, { unfit_at: isUnfit ? ctx.now : null });
  const news = isUnfit ? 'unfit' : 'fits';
  tellOfBooking(ctx, marked, news);
  await writeOfBooking(ctx, marked, news, centre.name);
}

/** Hours, holidays and settings change in other places than the hall: all halls are looked at now and then. */
export async function refitAll(host: Host): Promise<void> {
  const work = (ctx: Ctx) => selectBookedHalls(ctx);
  for (const centre of await asSystem(host, 'counters.refit', systemActor, work))
    await asSystem(host, 'counters.refit', systemActor, (ctx) => refit(ctx, centre));
}

/** Who did not come on their day. */
export async function missDays(host: Host): Promise<void> {
  await asSystem(host, 'counters.missed', systemActor, async (ctx) => {
    await sql`update counters.booking set state = 'missed', unfit_at = null, phone_sealed = null, ended_at = ${ctx.now}::timestamptz
      where state = 'booked' and day < ${today(ctx)}::date`.execute(ctx.db);
  });
}

export async function showBooked(
  ctx: Ctx,
  { centre, day: asked }: InputOf<typeof deskBookings>,
): Promise<ReplyOf<typeof deskBookings>> {
  ctx.requireEver(centrePolicy, 'desk');
  await ctx.require(centrePolicy, 'open', { no: centre });
  const day = asked ?? today(ctx);
  const known = await servicesOf(ctx);
  const unfit = (await selectToCome(ctx, centre)).filter(({ unfit_at }) => unfit_at !== null);
  unfit.sort((one, other) => one.starts_at.getTime() - other.starts_at.getTime());
  const told = (row: BookingRow) => deskBooking(row, known);
  const bookings = (await selectDay(ctx, centre, day)).map(told);
  return { day, bookings, unfit: unfit.map(told) };
}
