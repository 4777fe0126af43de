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
import { type Asked, orRefusal } from '../kernel/together.ts';
import { type Service, servicesOf } from './classes.ts';
import { type HeldIn, heldAt, heldTicket } from './held.ts';
import { dayAndTime, isOpen, opensNext } from './hours.ts';
import { type Comer, type Look, looksFor } from './look.ts';
import { type LineRule, lineMoment } from './order.ts';
import { ticketPolicy } from './policy.ts';
import { lineRule } from './settings.ts';
import type { TicketRow } from './tables.ts';
import { tellOf } from './tell.ts';
import {
  insertTaken,
  lockTicket,
  type Numbers,
  type Placed,
  selectByToken,
  selectMine,
  type TicketDraft,
  updateTicket,
} from './ticket-queries.ts';
import { followVisit } from './visit-moves.ts';
import { effectsOf, permitted } from './workflow.ts';

/** A whole hall may share one address; this is for machines that run wild. */
export const takeLimit = makeLimit(300, 10);

type Taken = ReplyOf<typeof takeTicket>;

export async function take(ctx: Ctx, input: InputOf<typeof takeTicket>): Promise<Taken> {
  const [taken] = await takeAll([{ ctx, input }]);
  if (taken === undefined || taken instanceof Refusal) throw taken;
  return taken;
}

/** Those who take a number at the same time: halls that are shut and such refuse before anything is written. */
export async function takeAll(
  asked: readonly Asked<typeof takeTicket>[],
): Promise<(Taken | Refusal)[]> {
  const [one] = asked;
  if (one === undefined) return [];
  const around = { services: await servicesOf(one.ctx), rule: await lineRule(one.ctx) };
  const drafts = asked.map((each) => orRefusal(() => drafted(each, around)));
  const comers = drafts.flatMap((draft) => (draft instanceof Refusal ? [] : [comerOf(draft)]));
  const looks = await looksFor(one.ctx, comers, around.rule.priorityAhead);
  const placed = drafts.map((draft, at) =>
    draft instanceof Refusal
      ? draft
      : orRefusal(() => placeIn(asked[at]?.ctx ?? one.ctx, draft, looks)),
  );
  const all = placed.flatMap((each) => (each instanceof Refusal ? [] : [each.draft]));
  const numbers = await insertTaken(one.ctx, all);
  return placed.map((each, at) =>
    each instanceof Refusal ? each : given(asked[at] ?? one, each, numbers),
  );
}

interface Drafted extends TicketDraft {
  readonly token: string;
}
const comerOf = ({ centre, services, line_at, priority }: Drafted): Comer => ({
  ...{ centre, left_over: services, line_at, first: priority !== null },
});

interface InLine {
  readonly token: string;
  readonly draft: Placed;
  readonly hall: Look['hall'];
  readonly place: ReturnType<Look['place']>;
}

/** @throws {Refusal} found.nothing, counters.closed */
function placeIn(ctx: Ctx, drafted: Drafted, looks: Awaited<ReturnType<typeof looksFor>>): InLine {
  const { token, ...draft } = drafted;
  const look = looks.get(draft.centre);
  if (look === undefined) throw new Error('a hall that nobody looked at');
  if (look instanceof Refusal) throw look;
  const { hall } = look;
  refuseShut(ctx, hall);
  needServices(hall, draft.services);
  const { place, organisation } = hall.centre;
  return {
    ...{ token, hall, place: look.place(comerOf(drafted)) },
    draft: { ...draft, place, organisation, street: streetOf(place) },
  };
}

function given(
  { ctx }: Asked<typeof takeTicket>,
  { token, draft, hall, place }: InLine,
  numbers: ReadonlyMap<string, Numbers>,
): Taken {
  const row = rowOf(draft, numbers.get(draft.token_hash));
  const unnamed = row.account === null;
  tellOf(ctx, row, { unnamed });
  if (!unnamed) ctx.note({ act: 'counters.taken', subject: `centre ${row.centre}` });
  return { token, ticket: heldAt(ctx, row, hall, place) };
}

/** @throws {Refusal} counters.closed */
export function refuseShut(
  { now, config, actor }: Ctx,
  { centre, calendar }: Pick<HeldIn, 'centre' | 'calendar'>,
): void {
  if (isOpen(calendar, centre.hours, now)) return;
  const opens = opensNext(calendar, centre.hours, now);
  const said = opens === null ? '—' : dayAndTime(opens, actor.language, config.TIME_ZONE);
  throw new Refusal('counters.closed', { opens: said });
}

/** @throws {Refusal} found.nothing when the hall does not do one of them */
export function needServices(
  hall: { readonly services: readonly Service[] },
  wanted: readonly string[],
): [Service, ...Service[]] {
  const found = wanted.map((key) => hall.services.find(({ service }) => service === key));
  const [first, ...others] = found.filter((one) => one !== undefined);
  if (first === undefined || others.length + 1 < wanted.length)
    throw new Refusal('found.nothing', { what: 'service' }, 'services');
  return [first, ...others];
}

/** @throws {Refusal} auth.too-many; found.nothing when the city has no such class */
function drafted(
  { ctx, input: { centre, services, priority: given, by, unnamed } }: Asked<typeof takeTicket>,
  { services: all, rule }: { readonly services: readonly Service[]; readonly rule: LineRule },
): Drafted {
  takeLimit.count(ctx.actor.address, ctx.now);
  const [first] = needServices({ services: all }, services);
  const token = randomBytes(16).toString('base64url');
  const priority = given ?? null;
  const hidden = by === 'kiosk' || unnamed === true || ctx.actor.kind !== 'resident';
  return {
    ...{ centre, day: today(ctx), letter: first.letter, priority, taken_at: ctx.now },
    services: [...services],
    line_at: lineMoment({ at: ctx.now, priority, appointedAt: null }, rule),
    account: hidden ? null : ctx.actor.account,
    ...{ token, token_hash: tokenHash(token) },
  };
}

/** The row as it was written. */
function rowOf(draft: Placed, numbers: Numbers | undefined): TicketRow {
  if (numbers === undefined) throw new Error('the ticket that was written is not there');
  return {
    ...{ ...draft, ...numbers, state: 'taken' },
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
