// SPDX-License-Identifier: Apache-2.0
// What is wrong with the ledger of a hall as it stands in the database, one sentence a fault.

import { unseated } from '../src/counters/booking/seats.ts';
import { bookableAt, usualBooking } from '../src/counters/booking/slots.ts';
import type { Database } from '../src/kernel/db.ts';

/** Every start has room for those who hold it, and every booking holds what it is for, neither more nor less. */
export async function ledgerFaults({ kysely }: Database, centre: number): Promise<string[]> {
  const units = await kysely
    .selectFrom('counters.booked_unit')
    .selectAll()
    .where('centre', '=', centre)
    .orderBy('booking')
    .execute();
  const windows = await kysely
    .selectFrom('counters.window')
    .selectAll()
    .where('centre', '=', centre)
    .execute();
  const bookings = await kysely
    .selectFrom('counters.booking')
    .selectAll()
    .where('centre', '=', centre)
    .execute();
  const crowded = [...Map.groupBy(units, ({ starts_at }) => starts_at.getTime())].flatMap(
    ([start, here]) => {
      const able = bookableAt(windows, start, usualBooking);
      const out = unseated(here, able).length;
      return out === 0 ? [] : [`${out} too many at ${new Date(start).toISOString()}`];
    },
  );
  const held = Map.groupBy(units, ({ booking }) => booking);
  const wrong = bookings.flatMap(({ no, state, services, starts_at }) => {
    const mine = held.get(no) ?? [];
    if (state === 'cancelled' || mine.length === 0)
      return mine.length === 0 && state !== 'booked'
        ? []
        : [`${no} (${state}) holds ${mine.length}`];
    const from = starts_at.getTime();
    const isWhole = services.every((service, index) =>
      mine.some(
        (one) =>
          one.service === service &&
          one.starts_at.getTime() === from + index * usualBooking.every * 60_000,
      ),
    );
    return isWhole && mine.length === services.length ? [] : [`${no} holds something else`];
  });
  return [...crowded, ...wrong];
}
