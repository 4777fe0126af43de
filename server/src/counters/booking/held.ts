// SPDX-License-Identifier: Apache-2.0
// A booking as whoever holds it, or a clerk, reads it; and who may reach one. Nothing in it says whose it is.
import type { DeskBooking, HeldBooking } from '@lilong/contracts/booking';
import { maskPhone } from '@lilong/contracts/mask';
import { formatRef, parseRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { Ctx } from '../../kernel/ctx.ts';
import { tokenHash } from '../../kernel/keys.ts';
import { today } from '../../kernel/today.ts';
import { namedBy, type Service, servicesOf } from '../classes.ts';
import { heldTicket } from '../held.ts';
import { lineRule } from '../settings.ts';
import { selectTicket } from '../ticket-queries.ts';
import { openLeft } from './left-phone.ts';
import { bookingPolicy } from './policy.ts';
import { lockBooking, selectByToken } from './queries.ts';
import type { BookingRow } from './tables.ts';

export const refOf = (row: BookingRow): string => formatRef('B', row);

export function matters(
  { services }: BookingRow,
  known: readonly Service[],
): HeldBooking['matters'] {
  const named = namedBy(known);
  return services.map((one) => ({ ...named(one), done: false }));
}

export async function heldBooking(ctx: Ctx, row: BookingRow): Promise<HeldBooking> {
  const hall = await ctx.db
    .selectFrom('counters.centre')
    .select(['name', 'address'])
    .where('no', '=', row.centre)
    .executeTakeFirstOrThrow();
  const rule = await lineRule(ctx);
  const open = row.state === 'booked';
  const isToday = row.day === today(ctx);
  const left = openLeft(ctx, row);
  return {
    ...deskBooking(row, await servicesOf(ctx)),
    ...{ centre: row.centre, centreName: hall.name, address: hall.address, day: row.day },
    ...{ until: row.ends_at.toISOString(), madeAt: row.made_at.toISOString() },
    ...{ ahead: rule.bookedAhead, grace: rule.bookedGrace, now: ctx.now.toISOString() },
    movedFrom: row.moved_from?.toISOString() ?? null,
    phone: left === undefined ? null : maskPhone(left.phone),
    ticket: isToday ? await ticketOf(ctx, row) : null,
    can: {
      cancel: open,
      move: open,
      checkIn: open && isToday,
      leavePhone: open && row.account === null,
    },
  };
}

async function ticketOf(ctx: Ctx, { street, ticket }: BookingRow): Promise<HeldBooking['ticket']> {
  if (ticket === null) return null;
  const row = await selectTicket(ctx, { street, no: ticket });
  return row === undefined ? null : heldTicket(ctx, row);
}

export function deskBooking(row: BookingRow, known: readonly Service[]): DeskBooking {
  return {
    ...{ booking: refOf(row), code: row.code, state: row.state, priority: row.priority },
    ...{ at: row.starts_at.toISOString(), matters: matters(row, known) },
    ...{ fits: row.unfit_at === null, told: row.account !== null || row.phone_sealed !== null },
    phonedAt: row.phoned_at?.toISOString() ?? null,
  };
}

/** @throws {Refusal} found.nothing when the token is nobody's, or the booking forgotten */
export async function needHeld(ctx: Ctx, token: string): Promise<BookingRow> {
  const row = await selectByToken(ctx, tokenHash(token));
  if (row === undefined) throw new Refusal('found.nothing', { what: 'booking' }, 'token');
  return row;
}

/**
 * By its reference: for whoever booked it with an account, and whoever works in that hall.
 *
 * @throws {Refusal} found.nothing, auth.denied
 */
export async function needOwn(ctx: Ctx, ref: string): Promise<BookingRow> {
  ctx.requireEver(bookingPolicy, 'keep');
  const key = parseRef('B', ref);
  if (key === undefined) throw new Refusal('found.nothing', { what: 'booking' }, 'booking');
  await ctx.require(bookingPolicy, 'keep', key);
  const row = await lockBooking(ctx, key);
  if (row === undefined) throw new Refusal('found.nothing', { what: 'booking' }, 'booking');
  return row;
}

/**
 * Locked, and still open.
 *
 * @throws {Refusal} found.nothing, counters.booking-state
 */
export async function lockOpen(ctx: Ctx, { street, no }: BookingRow): Promise<BookingRow> {
  const row = await lockBooking(ctx, { street, no });
  if (row === undefined) throw new Refusal('found.nothing', { what: 'booking' }, 'booking');
  if (row.state !== 'booked') throw new Refusal('counters.booking-state', { state: row.state });
  return row;
}
