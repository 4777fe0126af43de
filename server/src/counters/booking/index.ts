// SPDX-License-Identifier: Apache-2.0
import './tables.ts';
import {
  bookableTimes,
  bookingPhone,
  bookTime,
  cancelBooking,
  cancelHeldBooking,
  checkInBooking,
  checkInByCode,
  checkInHeld,
  deskBookings,
  followBooking,
  leavePhone,
  moveBooking,
  moveHeldBooking,
  myBookings,
} from '@lilong/contracts/booking';
import type { Host } from '../../kernel/host.ts';
import { serve } from '../../kernel/serve.ts';
import { book, cancelHeld, cancelOne, follow, leave, moveHeld, moveOne, showMine } from './book.ts';
import { checkInOne, checkInWithCode, checkInWithToken } from './check-in.ts';
import { missDays, refit, refitAll, showBooked } from './fitting.ts';
import { openPhone } from './phone.ts';
import { selectHallOf } from './queries.ts';
import { showTimes } from './times.ts';

export { countersSealed } from './left-phone.ts';

/** What people do with times, for the demonstration. */
export const bookingActs = { book, checkInWithCode };

const anybody = { open: 'nobody has to say who they are to come to a hall' } as const;
const held = { open: 'whoever holds the token holds the booking' } as const;

/** Times that are booked: the ledger, whoever booked, and what happens when they come. */
export function bookingRoutes(host: Host): void {
  const { subscribers } = host;
  serve(host, bookableTimes, showTimes, { ...anybody, reads: true });
  serve(host, bookTime, book, { ...anybody, secret: true });
  serve(host, followBooking, follow, { ...held, reads: true });
  serve(host, cancelHeldBooking, cancelHeld, held);
  serve(host, moveHeldBooking, moveHeld, held);
  serve(host, leavePhone, leave, held);
  serve(host, checkInHeld, checkInWithToken, { ...held, secret: true });
  serve(host, checkInByCode, checkInWithCode, { ...anybody, secret: true });
  serve(host, myBookings, showMine);
  serve(host, cancelBooking, cancelOne);
  serve(host, moveBooking, moveOne);
  serve(host, checkInBooking, checkInOne, { secret: true });
  serve(host, deskBookings, showBooked);
  serve(host, bookingPhone, openPhone, { secret: true });
  subscribers.on('ticket.window', 'counters.refit', async (ctx, { subject }) => {
    const [of, no] = subject.split(' ');
    const centre = of === 'centre' ? Number(no) : await selectHallOf(ctx, Number(no));
    if (centre !== undefined) await refit(ctx, centre);
  });
  subscribers.every('*/10 * * * *', 'counters.refit-all', refitAll);
  subscribers.every('43 0 * * *', 'counters.missed', missDays);
}
