// SPDX-License-Identifier: Apache-2.0
// Whoever booked is in the hall: they get a ticket and stand in the one line, and are told where.
import { randomBytes } from 'node:crypto';
import type {
  CheckedIn,
  checkInBooking,
  checkInByCode,
  checkInHeld,
} from '@lilong/contracts/booking';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf } from '@lilong/contracts/route';
import { ticketMoveOf } from '@lilong/contracts/ticket-flow';
import type { Ctx } from '../../kernel/ctx.ts';
import { tokenHash } from '../../kernel/keys.ts';
import { makeLimit } from '../../kernel/limits.ts';
import { today } from '../../kernel/today.ts';
import { servicesOf } from '../classes.ts';
import { type Hall, hallOf } from '../hall.ts';
import { heldTicket } from '../held.ts';
import type { LineRule } from '../order.ts';
import { lineRule } from '../settings.ts';
import type { TicketRow } from '../tables.ts';
import { refuseShut } from '../take.ts';
import { tellOf } from '../tell.ts';
import { insertTicket, nextNumber } from '../ticket-queries.ts';
import { effectsOf } from '../workflow.ts';
import { lockOpen, needHeld, needOwn } from './held.ts';
import { deleteUnits, selectByCode, updateBooking } from './queries.ts';
import type { BookingRow } from './tables.ts';
import { noteBooking, tellOfBooking } from './tell.ts';

/** A kiosk has one address; this is for whoever tries code after code. */
export const codeLimit = makeLimit(120, 10);
const minute = 60_000; // ms

export async function checkInWithToken(
  ctx: Ctx,
  { token }: InputOf<typeof checkInHeld>,
): Promise<CheckedIn> {
  return checkIn(ctx, await needHeld(ctx, token));
}

/** At the kiosk or a window: the code is said or typed, of today and of that hall. */
export async function checkInWithCode(
  ctx: Ctx,
  { centre, code }: InputOf<typeof checkInByCode>,
): Promise<CheckedIn> {
  codeLimit.count(ctx.actor.address, ctx.now);
  const row = await selectByCode(ctx, centre, today(ctx), code.replace(/\D/g, ''));
  if (row === undefined) throw new Refusal('counters.no-code', {}, 'code');
  return checkIn(ctx, row);
}

export async function checkInOne(
  ctx: Ctx,
  { booking }: InputOf<typeof checkInBooking>,
): Promise<CheckedIn> {
  return checkIn(ctx, await needOwn(ctx, booking));
}

async function checkIn(ctx: Ctx, found: BookingRow): Promise<CheckedIn> {
  const row = await lockOpen(ctx, found);
  if (row.day !== today(ctx)) throw new Refusal('counters.today-only', { day: row.day });
  const rule = await lineRule(ctx);
  const hall = await hallOf(ctx, row.centre);
  const soon = row.starts_at.getTime() - ctx.now.getTime();
  if (soon < 0 || soon > rule.bookedAhead * minute) refuseShut(ctx, hall);
  const token = randomBytes(16).toString('base64url');
  const ticket = await insertTicket(ctx, {
    ...(await drafted(ctx, row, rule)),
    token_hash: tokenHash(token),
  });
  const came = cameWhen(row, rule, ctx.now);
  if (came === 'early') await deleteUnits(ctx, row);
  const over = await updateBooking(ctx, row, {
    ...{ ended_at: ctx.now, unfit_at: null, phone_sealed: null },
    ...{ state: 'came', ticket: ticket.no },
  });
  tellOfBooking(ctx, over, 'came');
  tellOf(ctx, ticket, { unnamed: ticket.account === null && ctx.actor.kind === 'resident' });
  noteBooking(ctx, over, 'counters.checked-in');
  return {
    ...{ came, lateMinutes: Math.max(0, Math.floor(-soon / minute)) },
    ...{ ahead: rule.bookedAhead, grace: rule.bookedGrace, token, fits: row.unfit_at === null },
    ticket: await heldTicket(ctx, ticket, withMine(hall, ticket)),
  };
}

const withMine = (hall: Hall, ticket: TicketRow): Hall => ({
  ...hall,
  tickets: [...hall.tickets, ticket],
  waiting: [...hall.waiting, ticket],
});

/** What becomes of the booked time; the line itself is `order.ts`. */
export function cameWhen(
  { starts_at }: Pick<BookingRow, 'starts_at'>,
  { bookedAhead, bookedGrace }: LineRule,
  now: Date,
): CheckedIn['came'] {
  const late = now.getTime() - starts_at.getTime();
  if (late > bookedGrace * minute) return 'late';
  return late < -bookedAhead * minute ? 'early' : 'in_time';
}

/** The ticket that the move `check_in` makes of a booking. */
async function drafted(
  ctx: Ctx,
  row: BookingRow,
  rule: LineRule,
): Promise<Omit<TicketRow, 'no' | 'token_hash'>> {
  const { street, centre, organisation, place, day, priority, services, starts_at, account } = row;
  const [first] = services;
  const letter = (await servicesOf(ctx)).find(({ service }) => service === first)?.letter ?? 'Z'; // the class is no more
  const booked: TicketRow = {
    ...{ street, no: 0, centre, organisation, place, day, letter, seq: 0, state: 'booked' },
    ...{ services, left_over: services, priority, appointed_at: starts_at },
    ...{ taken_at: ctx.now, line_at: ctx.now, for_window: null, window: null, calls: 0 },
    ...{ first_called: null, called_at: null, serving_at: null, served_s: 0, kept_s: 0 },
    ...{ back_at: null, ended_at: null, account, identified: false, token_hash: '' },
  };
  const move = ticketMoveOf('booked', 'check_in');
  if (move === undefined) throw new Error('the table of states has no check_in');
  const facts = { now: ctx.now, rule, callsToNoShow: 0 };
  const {
    no: _,
    token_hash: _hash,
    ...taken
  } = {
    ...booked,
    ...effectsOf(booked, 'check_in', move, facts),
  };
  return { ...taken, seq: await nextNumber(ctx, centre, day, letter) };
}
