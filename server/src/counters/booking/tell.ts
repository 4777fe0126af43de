// SPDX-License-Identifier: Apache-2.0
// What others hear of a booking: whoever works in the hall, and whoever booked with an account.
import type { AuditAct } from '@lilong/contracts/audit-acts';
import type { Language } from '@lilong/contracts/identity';
import { writeTo } from '../../identity/index.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { say } from '../../kernel/problem.ts';
import { dayAndTime } from '../hours.ts';
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

/** A message to the telephone of the account, where messages go out. */
export async function writeOfBooking(
  ctx: Ctx,
  { account, code, starts_at }: BookingRow,
  news: 'unfit' | 'fits' | 'moved',
  hall: string,
): Promise<void> {
  if (account === null || starts_at <= ctx.now) return;
  const words = (language: Language): string => {
    const when = dayAndTime(starts_at, language, ctx.config.TIME_ZONE);
    return say(language, `sms.booking-${news}`, { when, hall, code });
  };
  await writeTo(ctx, account, words, starts_at);
}

type Act = Extract<AuditAct, `counters.${string}`>;
/** Who is not to be named is not: of a booking without an account only acts of staff are noted. */
export function noteBooking(ctx: Ctx, row: BookingRow, act: Act): void {
  if (row.account === null && ctx.actor.kind !== 'staff') return;
  ctx.note({ act, subject: refOf(row), place: row.place });
}
