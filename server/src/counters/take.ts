// SPDX-License-Identifier: Apache-2.0
// Somebody takes a ticket, follows it, or is not coming.
import { randomBytes } from 'node:crypto';
import type {
  cancelMyTicket,
  cancelTicket,
  followTicket,
  myTickets,
  takeTicket,
} from '@lilong/contracts/counters';
import { streetOf } from '@lilong/contracts/place-no';
import { parseRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { tokenHash } from '../kernel/keys.ts';
import { makeLimit } from '../kernel/limits.ts';
import { today } from '../kernel/today.ts';
import { type Service, servicesOf } from './classes.ts';
import { type Hall, hallOf } from './hall.ts';
import { heldTicket } from './held.ts';
import { dayAndTime, isOpen, opensNext } from './hours.ts';
import { lineMoment } from './order.ts';
import { ticketPolicy } from './policy.ts';
import type { HallFound } from './queries.ts';
import { lineRule } from './settings.ts';
import type { TicketRow } from './tables.ts';
import { tellOf } from './tell.ts';
import {
  insertTaken,
  lockTicket,
  selectByToken,
  selectMine,
  type TicketDraft,
  updateTicket,
} from './ticket-queries.ts';
import { followVisit } from './visit-moves.ts';
import { effectsOf, permitted } from './workflow.ts';

/** A whole hall may share one address; this is for machines that run wild. */
export const takeLimit = makeLimit(300, 10);

/**
 * The ticket is written first, and the hall looked at with it in line: one round trip, so that whoever takes the next number
 * hardly waits for it. A hall that is shut refuses after that, and nothing stays written.
 */
export async function take(
  ctx: Ctx,
  input: InputOf<typeof takeTicket>,
): Promise<ReplyOf<typeof takeTicket>> {
  takeLimit.count(ctx.actor.address, ctx.now);
  const token = randomBytes(16).toString('base64url');
  const draft = { ...(await drafted(ctx, input)), token_hash: tokenHash(token) };
  await insertTaken(ctx, draft);
  const hall = await hallOf(ctx, input.centre, draft.token_hash);
  refuseShut(ctx, hall);
  needServices(hall, input.services);
  const row = rowOf(draft, hall.centre);
  const unnamed = row.account === null;
  tellOf(ctx, row, { unnamed });
  if (!unnamed) ctx.note({ act: 'counters.taken', subject: `centre ${input.centre}` });
  return { token, ticket: await heldTicket(ctx, row, hall) };
}

/** @throws {Refusal} counters.closed */
export function refuseShut(
  { now, config, actor }: Ctx,
  { centre, calendar }: Pick<Hall, 'centre' | 'calendar'>,
): void {
  if (isOpen(calendar, centre.hours, now)) return;
  const opens = opensNext(calendar, centre.hours, now);
  const said = opens === null ? '—' : dayAndTime(opens, actor.language, config.TIME_ZONE);
  throw new Refusal('counters.closed', { opens: said });
}

/** @throws {Refusal} found.nothing when the hall does not do one of them */
export function needServices(
  hall: Pick<Hall, 'services'>,
  wanted: readonly string[],
): [Service, ...Service[]] {
  const found = wanted.map((key) => hall.services.find(({ service }) => service === key));
  const [first, ...others] = found.filter((one) => one !== undefined);
  if (first === undefined || others.length + 1 < wanted.length)
    throw new Refusal('found.nothing', { what: 'service' }, 'services');
  return [first, ...others];
}

/** @throws {Refusal} found.nothing when the city has no such class */
async function drafted(
  ctx: Ctx,
  { centre, services, priority: given, by, unnamed }: InputOf<typeof takeTicket>,
): Promise<Omit<TicketDraft, 'token_hash'>> {
  const [first] = needServices({ services: await servicesOf(ctx) }, services);
  const priority = given ?? null;
  const hidden = by === 'kiosk' || unnamed === true || ctx.actor.kind !== 'resident';
  return {
    ...{ centre, day: today(ctx), letter: first.letter, priority, taken_at: ctx.now },
    services: [...services],
    line_at: lineMoment({ at: ctx.now, priority, appointedAt: null }, await lineRule(ctx)),
    account: hidden ? null : ctx.actor.account,
  };
}

/** The row as it was written. */
function rowOf(draft: TicketDraft, { place, organisation, mine }: HallFound): TicketRow {
  if (mine === null) throw new Error('the ticket that was written is not there');
  return {
    ...{ ...draft, ...mine, place, organisation, street: streetOf(place), state: 'taken' },
    ...{ services: [...draft.services], left_over: [...draft.services], appointed_at: null },
    ...{ for_window: null, window: null, calls: 0, first_called: null, called_at: null },
    ...{ serving_at: null, served_s: 0, kept_s: 0, back_at: null },
    ...{ ended_at: null, identified: false },
  };
}

/** @throws {Refusal} found.nothing when the token is nobody's, or the ticket forgotten */
async function needHeld(ctx: Ctx, token: string): Promise<TicketRow> {
  const row = await selectByToken(ctx, tokenHash(token));
  if (row === undefined) throw new Refusal('found.nothing', { what: 'ticket' }, 'token');
  return row;
}

export async function follow(
  ctx: Ctx,
  { token }: InputOf<typeof followTicket>,
): Promise<ReplyOf<typeof followTicket>> {
  return heldTicket(ctx, await needHeld(ctx, token));
}

export async function cancelHeld(
  ctx: Ctx,
  { token }: InputOf<typeof cancelTicket>,
): Promise<ReplyOf<typeof cancelTicket>> {
  return cancel(ctx, await needHeld(ctx, token));
}

export async function showMine(ctx: Ctx): Promise<ReplyOf<typeof myTickets>> {
  ctx.requireEver(ticketPolicy, 'mine');
  const rows = await selectMine(ctx, ctx.actor.account ?? 0);
  const tickets = [];
  for (const row of rows) tickets.push(await heldTicket(ctx, row));
  return { tickets };
}

export async function cancelMine(
  ctx: Ctx,
  { ticket: ref }: InputOf<typeof cancelMyTicket>,
): Promise<ReplyOf<typeof cancelMyTicket>> {
  ctx.requireEver(ticketPolicy, 'mine');
  const key = parseRef('T', ref);
  if (key === undefined) throw new Refusal('found.nothing', { what: 'ticket' }, 'ticket');
  await ctx.require(ticketPolicy, 'own', key);
  const row = await lockTicket(ctx, key);
  if (row === undefined) throw new Refusal('found.nothing', { what: 'ticket' }, 'ticket');
  ctx.note({ act: 'counters.cancelled', subject: ref, place: row.place });
  return cancel(ctx, row);
}

/** Whoever holds it is not coming. */
async function cancel(ctx: Ctx, { street, no }: TicketRow): Promise<ReplyOf<typeof cancelTicket>> {
  const row = await lockTicket(ctx, { street, no });
  if (row === undefined) throw new Refusal('found.nothing', { what: 'ticket' }, 'ticket');
  const facts = { now: ctx.now, rule: await lineRule(ctx), callsToNoShow: 0 };
  const move = permitted(row, 'cancel', facts);
  const left = await updateTicket(ctx, row, effectsOf(row, 'cancel', move, facts));
  await followVisit(ctx, row, left);
  tellOf(ctx, left, { unnamed: left.account === null });
  return heldTicket(ctx, left);
}
