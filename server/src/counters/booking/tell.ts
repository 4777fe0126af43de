// SPDX-License-Identifier: Apache-2.0
// What others hear of a booking: whoever works in the hall, and whoever booked with an account.
import type { AuditAct } from '@lilong/contracts/audit-acts';
import type { Ctx } from '../../kernel/ctx.ts';
import { refOf } from './held.ts';
import type { BookingRow } from './tables.ts';

type News = 'made' | 'moved' | 'cancelled' | 'came' | 'unfit' | 'fits' | 'phoned';

export function tellOfBooking(ctx: Ctx, row: BookingRow, news: News): void {
  const { street, organisation, account } = row;
  ctx.emit({
    ...{ name: `booking.${news}`, street, subject: refOf(row), place: null, facts: {} },
    audience: { organisations: [organisation], accounts: account === null ? [] : [account] },
    ...(account === null && ctx.actor.kind === 'resident' ? { unnamed: true } : {}),
  });
}

type Act = Extract<AuditAct, `counters.${string}`>;
/** Who is not to be named is not: of a booking without an account only acts of staff are noted. */
export function noteBooking(ctx: Ctx, row: BookingRow, act: Act): void {
  if (row.account === null && ctx.actor.kind !== 'staff') return;
  ctx.note({ act, subject: refOf(row), place: row.place });
}
