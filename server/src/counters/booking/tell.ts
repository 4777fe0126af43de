// SPDX-License-Identifier: Apache-2.0
// What others hear of a booking: whoever works in the hall, and whoever booked with an account.
import type { AuditAct } from '@lilong/contracts/audit-acts';
import type { Language } from '@lilong/contracts/identity';
import { canWriteToNumber, writeTo, writeToNumber } from '../../identity/index.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { say } from '../../kernel/problem.ts';
import { dayAndTime } from '../hours.ts';
import { refOf } from './held.ts';
import { openLeft } from './left-phone.ts';
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

/** Whether somebody hears of what the hall does with it: at home with an account, else by a message to the telephone that was left. */
export function canTell(ctx: Ctx, row: BookingRow): boolean {
  if (row.account !== null) return true;
  const left = openLeft(ctx, row);
  return left !== undefined && canWriteToNumber(ctx, left.phone);
}

/** A message to the telephone of the account, or to the one that was left, where messages go out. */
export async function writeOfBooking(
  ctx: Ctx,
  row: BookingRow,
  news: 'unfit' | 'fits' | 'moved',
  hall: string,
): Promise<void> {
  const { account, code, starts_at } = row;
  if (starts_at <= ctx.now) return;
  const words = (language: Language): string => {
    const when = dayAndTime(starts_at, language, ctx.config.TIME_ZONE);
    return say(language, `sms.booking-${news}`, { when, hall, code });
  };
  if (account !== null) return writeTo(ctx, account, words, starts_at);
  const left = openLeft(ctx, row);
  if (left !== undefined)
    await writeToNumber(ctx, { phone: left.phone, text: words(left.language) }, starts_at);
}

type Act = Extract<AuditAct, `counters.${string}`>;
/** Who is not to be named is not: of a booking without an account only acts of staff are noted. */
export function noteBooking(ctx: Ctx, row: BookingRow, act: Act): void {
  if (row.account === null && ctx.actor.kind !== 'staff') return;
  ctx.note({ act, subject: refOf(row), place: row.place });
}
