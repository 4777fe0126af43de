// SPDX-License-Identifier: Apache-2.0
// Somebody books a time, chooses another one, or is not coming.
import { randomBytes } from 'node:crypto';
import type {
  bookTime,
  cancelBooking,
  cancelHeldBooking,
  followBooking,
  HeldBooking,
  leavePhone,
  moveBooking,
  moveHeldBooking,
  myBookings,
} from '@lilong/contracts/booking';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { dateOfDay } from '../../kernel/calendar-zone.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { tokenHash } from '../../kernel/keys.ts';
import { makeLimit } from '../../kernel/limits.ts';
import { today } from '../../kernel/today.ts';
import { bookRule } from '../settings.ts';
import { needServices } from '../take.ts';
import { heldBooking, lockOpen, needHeld, needOwn } from './held.ts';
import { holdPlaces, type Ledger, ledgerOf, type Place } from './ledger.ts';
import { sealLeft } from './left-phone.ts';
import { bookingPolicy } from './policy.ts';
import {
  countMine,
  deleteUnits,
  freeCode,
  insertBooking,
  insertUnits,
  selectMine,
  updateBooking,
} from './queries.ts';
import type { BookingRow } from './tables.ts';
import { noteBooking, tellOfBooking, writeOfBooking } from './tell.ts';

/** A household, or an office, may share one address; this is for whoever would book a hall out. Clerks are not counted. */
export const bookLimit = makeLimit(30, 60);

export async function book(
  ctx: Ctx,
  input: InputOf<typeof bookTime>,
): Promise<ReplyOf<typeof bookTime>> {
  const { actor, now } = ctx;
  if (actor.kind !== 'staff') bookLimit.count(actor.address, now);
  const ledger = await ledgerOf(ctx, input.centre);
  needServices(ledger, input.services);
  const account = actor.kind === 'resident' && input.unnamed !== true ? actor.account : null;
  if (account !== null) await refuseMore(ctx, account, ledger.rule.most);
  const at = new Date(input.at);
  const phone = sealLeft(ctx, account, input.phone);
  const places = await holdPlaces(ctx, ledger, input.services, at);
  const token = randomBytes(16).toString('base64url');
  const row = await insertBooking(ctx, {
    ...placed(ledger, at, input.services),
    ...{ street: Math.floor(ledger.centre.place / 1e6), state: 'booked', made_at: now },
    ...{ services: [...input.services], priority: input.priority ?? null },
    ...{
      ended_at: null,
      unfit_at: null,
      phoned_at: null,
      kept_at: null,
      moved_from: null,
      ticket: null,
      account,
      phone_sealed: phone,
      token_hash: tokenHash(token),
    },
  });
  await insertUnits(
    ctx,
    places.map((place) => ({ ...place, ...unitKey(row) })),
  );
  tellOfBooking(ctx, row, 'made');
  noteBooking(ctx, row, 'counters.booked');
  return { token, booking: await heldBooking(ctx, row) };
}

const unitKey = ({ street, no, centre }: BookingRow) => ({ street, centre, booking: no });

function placed({ centre, calendar, rule }: Ledger, at: Date, services: readonly string[]) {
  return {
    ...{ centre: centre.no, organisation: centre.organisation, place: centre.place },
    day: dateOfDay(calendar.zone.dayOf(at.getTime())),
    starts_at: at,
    ends_at: new Date(at.getTime() + services.length * rule.every * 60_000),
  };
}

/** @throws {Refusal} counters.book-most */
async function refuseMore(ctx: Ctx, account: number, most: number): Promise<void> {
  if ((await countMine(ctx, account)) >= most) throw new Refusal('counters.book-most', { most });
}

export async function follow(
  ctx: Ctx,
  { token }: InputOf<typeof followBooking>,
): Promise<ReplyOf<typeof followBooking>> {
  return heldBooking(ctx, await needHeld(ctx, token));
}

export async function showMine(ctx: Ctx): Promise<ReplyOf<typeof myBookings>> {
  ctx.requireEver(bookingPolicy, 'mine');
  const bookings = [];
  for (const row of await selectMine(ctx, ctx.actor.account ?? 0, today(ctx)))
    bookings.push(await heldBooking(ctx, row));
  return { bookings, most: (await bookRule(ctx)).most };
}

export async function cancelHeld(
  ctx: Ctx,
  { token }: InputOf<typeof cancelHeldBooking>,
): Promise<HeldBooking> {
  return cancel(ctx, await needHeld(ctx, token));
}
export async function cancelOne(
  ctx: Ctx,
  { booking }: InputOf<typeof cancelBooking>,
): Promise<HeldBooking> {
  return cancel(ctx, await needOwn(ctx, booking));
}

async function cancel(ctx: Ctx, found: BookingRow): Promise<HeldBooking> {
  const row = await lockOpen(ctx, found);
  await deleteUnits(ctx, row);
  const over = {
    state: 'cancelled',
    ended_at: ctx.now,
    unfit_at: null,
    phone_sealed: null,
  } as const;
  const left = await updateBooking(ctx, row, over);
  tellOfBooking(ctx, left, 'cancelled');
  noteBooking(ctx, left, 'counters.unbooked');
  return heldBooking(ctx, left);
}

/** Left for this booking alone, or taken back. */
export async function leave(
  ctx: Ctx,
  { token, phone }: InputOf<typeof leavePhone>,
): Promise<HeldBooking> {
  const row = await lockOpen(ctx, await needHeld(ctx, token));
  const left = { phone_sealed: sealLeft(ctx, row.account, phone) };
  return heldBooking(ctx, await updateBooking(ctx, row, left));
}

export async function moveHeld(
  ctx: Ctx,
  { token, at }: InputOf<typeof moveHeldBooking>,
): Promise<HeldBooking> {
  return move(ctx, await needHeld(ctx, token), at);
}
export async function moveOne(
  ctx: Ctx,
  { booking, at }: InputOf<typeof moveBooking>,
): Promise<HeldBooking> {
  return move(ctx, await needOwn(ctx, booking), at);
}

async function move(ctx: Ctx, found: BookingRow, to: string): Promise<HeldBooking> {
  const row = await lockOpen(ctx, found);
  const ledger = await ledgerOf(ctx, row.centre);
  needServices(ledger, row.services);
  const at = new Date(to);
  const places = await holdPlaces(ctx, ledger, row.services, at, row.no);
  return heldBooking(ctx, await putTo(ctx, row, ledger, places));
}

/** The old places go as the new ones come, or everything stays as it was. Whom the hall moves hears of it. */
export async function putTo(
  ctx: Ctx,
  row: BookingRow,
  ledger: Ledger,
  places: readonly Place[],
): Promise<BookingRow> {
  const at = places[0]?.starts_at ?? row.starts_at;
  await deleteUnits(ctx, row);
  await insertUnits(
    ctx,
    places.map((place) => ({ ...place, ...unitKey(row) })),
  );
  const there = placed(ledger, at, row.services);
  const code = await freeCode(ctx, row, there.day);
  const byHall = ctx.actor.kind === 'staff';
  const moved = await updateBooking(ctx, row, {
    ...{ ...there, code, unfit_at: null, kept_at: null },
    moved_from: byHall ? (row.moved_from ?? row.starts_at) : null,
  });
  tellOfBooking(ctx, moved, 'moved');
  noteBooking(ctx, moved, 'counters.time-moved');
  if (byHall) await writeOfBooking(ctx, moved, 'moved', ledger.centre.name);
  return moved;
}
