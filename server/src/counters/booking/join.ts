// SPDX-License-Identifier: Apache-2.0
// Whoever showed at the kiosk who they are, and has a booking there now, need not say so as well.
import type { Ctx } from '../../kernel/ctx.ts';
import { lineMoment } from '../order.ts';
import { lineRule } from '../settings.ts';
import type { TicketRow } from '../tables.ts';
import { updateTicket } from '../ticket-queries.ts';
import { cameWhen } from './check-in.ts';
import { lockBooking, selectMine, updateBooking } from './queries.ts';
import { tellOfBooking } from './tell.ts';

/**
 * The ticket stands where the account's booking of today, in that hall and for one of its matters, says; the booking is
 * over. One that is still far off stays as it is.
 */
export async function joinBooking(
  ctx: Ctx,
  ticket: TicketRow,
  account: number,
): Promise<TicketRow> {
  if (ticket.state !== 'taken') return ticket;
  const rule = await lineRule(ctx);
  const mine = await selectMine(ctx, account, ticket.day);
  const found = mine.find(
    (one) =>
      one.day === ticket.day &&
      one.centre === ticket.centre &&
      one.state === 'booked' &&
      one.services.some((service) => ticket.services.includes(service)) &&
      cameWhen(one, rule, ctx.now) !== 'early',
  );
  const booking = found === undefined ? undefined : await lockBooking(ctx, found);
  if (booking?.state !== 'booked') return ticket;
  const over = { state: 'came', ended_at: ctx.now, unfit_at: null, ticket: ticket.no } as const;
  tellOfBooking(ctx, await updateBooking(ctx, booking, over), 'came');
  const { starts_at: appointedAt } = booking;
  const priority = ticket.priority ?? booking.priority;
  const line_at = lineMoment({ at: ticket.taken_at, priority, appointedAt }, rule);
  return updateTicket(ctx, ticket, { appointed_at: appointedAt, priority, line_at });
}
