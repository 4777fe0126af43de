// SPDX-License-Identifier: Apache-2.0
// Bookings of this phone: whoever has the token may move and cancel one. What was last read of it is kept too, so that the
// code can be said in a hall without a network.
import type { HeldBooking } from '@lilong/contracts/booking';
import { dayOf } from '@lilong/ui/moment.ts';
import { keep, readKept } from '@lilong/ui/session.ts';

const BOOKINGS = 'lilong.bookings';
const most = 10;

export interface KeptBooking {
  readonly token: string;
  readonly held: HeldBooking;
}

/** Of today and to come, soonest first; forgotten with their day. */
export function keptBookings(): readonly KeptBooking[] {
  const today = dayOf(new Date());
  const kept = readKept(BOOKINGS);
  const all = kept === null || kept === '' ? [] : (JSON.parse(kept) as KeptBooking[]); // written by `write` alone
  return all
    .filter(({ held }) => held.day >= today)
    .sort((one, other) => one.held.at.localeCompare(other.held.at));
}

/** Keeps a booking, or what was learnt of one that is kept. */
export function keepBooking(token: string, held: HeldBooking): void {
  write([{ token, held }, ...keptBookings().filter((one) => one.token !== token)]);
}

export function forgetBooking(token: string): void {
  write(keptBookings().filter((one) => one.token !== token));
}

const write = (bookings: readonly KeptBooking[]): void =>
  keep(BOOKINGS, JSON.stringify(bookings.slice(0, most)));

/** The time before the hall moved it; one that was kept by an older program does not say. */
export const movedFrom = ({ movedFrom: from }: HeldBooking): string | undefined =>
  from ?? undefined;
