// SPDX-License-Identifier: Apache-2.0
// A booking has no room any more: whoever booked with an account, or left a telephone, is telephoned, and reads that it was opened.
import type { bookingPhone } from '@lilong/contracts/booking';
import { parseRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { openContact } from '../../identity/index.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { lockOpen, refOf } from './held.ts';
import { openLeft } from './left-phone.ts';
import { bookingPolicy } from './policy.ts';
import { lockBooking, updateBooking } from './queries.ts';
import type { BookingRow } from './tables.ts';
import { tellOfBooking } from './tell.ts';

/** @throws {Refusal} found.nothing, auth.denied, counters.booking-state; counters.booking-fits when there is nothing to tell */
export async function openPhone(
  ctx: Ctx,
  { booking }: InputOf<typeof bookingPhone>,
): Promise<ReplyOf<typeof bookingPhone>> {
  ctx.requireEver(bookingPolicy, 'phone');
  const key = parseRef('B', booking);
  if (key === undefined) throw new Refusal('found.nothing', { what: 'booking' }, 'booking');
  await ctx.require(bookingPolicy, 'phone', key);
  const found = await lockBooking(ctx, key);
  if (found === undefined) throw new Refusal('found.nothing', { what: 'booking' }, 'booking');
  const row = await lockOpen(ctx, found);
  if (row.unfit_at === null) throw new Refusal('counters.booking-fits', {});
  const phone = await phoneOf(ctx, row);
  if (phone === null) return { phone };
  tellOfBooking(ctx, await updateBooking(ctx, row, { phoned_at: ctx.now }), 'phoned');
  ctx.note({ act: 'counters.phoned', subject: refOf(row), place: row.place, purpose: 'unfit' });
  return { phone };
}

async function phoneOf(ctx: Ctx, row: BookingRow): Promise<string | null> {
  if (row.account === null) return openLeft(ctx, row)?.phone ?? null;
  return (await openContact(ctx, row.account)).phone;
}
