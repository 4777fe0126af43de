// SPDX-License-Identifier: Apache-2.0
// What a clerk does with tickets: calls the next one, serves, puts aside, hands over, finishes.
import type {
  addMatter,
  callNext,
  DeskTicket,
  moveTicket,
  parkTicket,
  transferTicket,
} from '@lilong/contracts/counters';
import { formatRef, parseRef, type RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { TicketMoveName } from '@lilong/contracts/ticket-flow';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { namedBy, servicesOf } from './classes.ts';
import { deskTicket } from './held.ts';
import { ticketPolicy } from './policy.ts';
import { selectWindows } from './queries.ts';
import { callsToNoShow, lineRule, parkMinutes } from './settings.ts';
import type { TicketRow, WindowRow } from './tables.ts';
import { callOf, tellOf } from './tell.ts';
import {
  insertServed,
  lockNext,
  lockTicket,
  lockWindow,
  noteCall,
  selectAtWindow,
  selectTicket,
  updateTicket,
} from './ticket-queries.ts';
import { followVisit } from './visit-moves.ts';
import { ownWindow } from './windows.ts';
import {
  doneHere,
  effectsOf,
  keptFor,
  type MoveFacts,
  numberOf,
  permitted,
  spent,
} from './workflow.ts';

type Given = Pick<MoveFacts, 'service' | 'from' | 'toWindow' | 'backAt'>;
type Act = 'called' | 'moved' | 'parked' | 'transferred' | 'added' | 'cancelled';

/** Makes one move of the table, writes what is measured of it, and tells who has to know. */
export async function make(
  ctx: Ctx,
  row: TicketRow,
  name: TicketMoveName,
  window: WindowRow | undefined,
  given: Given = {},
): Promise<TicketRow> {
  const facts: MoveFacts = {
    ...{ now: ctx.now, rule: await lineRule(ctx), callsToNoShow: await callsToNoShow(ctx) },
    ...(window === undefined ? {} : { window }),
    ...given,
  };
  const move = permitted(row, name, facts);
  if (name === 'done') await measure(ctx, row, window);
  const moved = await updateTicket(ctx, row, effectsOf(row, name, move, facts));
  await followVisit(ctx, row, moved, window);
  const isCall = name === 'call' || name === 'call_again';
  if (isCall) await noteCall(ctx, moved, window?.name ?? '');
  tellOf(ctx, moved, isCall ? { call: callOf(moved, window?.name ?? '') } : {});
  note(ctx, moved, actOf[name] ?? 'moved');
  return moved;
}
const actOf: Partial<Record<TicketMoveName, Act>> = {
  call: 'called',
  park: 'parked',
  transfer: 'transferred',
  add_matter: 'added',
  cancel: 'cancelled',
};

function note(ctx: Ctx, row: TicketRow, act: Act): void {
  const facts = { number: numberOf(row), day: row.day, state: row.state };
  ctx.note({ act: `counters.${act}`, subject: formatRef('T', row), place: row.place, facts });
}

function measure(ctx: Ctx, row: TicketRow, window: WindowRow | undefined): Promise<void> {
  const since = (row.first_called ?? ctx.now).getTime() - row.taken_at.getTime();
  const waited = Math.max(0, Math.round(since / 1000));
  const [took, kept] = [spent(row, ctx.now), keptFor(row, ctx.now)];
  return insertServed(ctx, row, doneHere(row, window), { waited, took, kept });
}

export async function callTheNext(
  ctx: Ctx,
  { window: no, done }: InputOf<typeof callNext>,
): Promise<ReplyOf<typeof callNext>> {
  const window = await ownWindow(ctx, no);
  const at = await selectAtWindow(ctx, window);
  if (at !== undefined) {
    if (done !== true || at.state !== 'serving')
      throw new Refusal('counters.window-busy', { number: numberOf(at) });
    await make(ctx, at, 'done', window);
  }
  const next = await lockNext(ctx, window, today(ctx));
  if (next === undefined) return { ticket: null };
  return { ticket: await told(ctx, await make(ctx, next, 'call', window)) };
}

async function told(ctx: Ctx, row: TicketRow): Promise<DeskTicket> {
  return deskTicket(row, await servicesOf(ctx), await selectWindows(ctx, row.centre));
}

interface AtHand {
  readonly row: TicketRow;
  /** Where it is; undefined while it is at none. */
  readonly window: WindowRow | undefined;
}

/**
 * The ticket, locked, and the window where it is. One that is at a window belongs to whoever sits there, and to the manager.
 *
 * @throws {Refusal} found.nothing, auth.denied, counters.not-here
 */
export async function goToTicket(ctx: Ctx, ref: string): Promise<AtHand> {
  ctx.requireEver(ticketPolicy, 'work');
  const key = parseRef('T', ref);
  if (key === undefined) throw new Refusal('found.nothing', { what: 'ticket' }, 'ticket');
  await ctx.require(ticketPolicy, 'work', key);
  const found = await lockWithWindow(ctx, key);
  if (found === undefined) throw new Refusal('found.nothing', { what: 'ticket' }, 'ticket');
  const { row, window } = found;
  if (row.day !== today(ctx))
    throw new Refusal('counters.wrong-state', { number: numberOf(row), state: row.state });
  if (row.window === null) return { row, window: undefined };
  const manages = ctx.actor.post?.role === 'centre_manager';
  if (!manages && window?.seat !== ctx.actor.account)
    throw new Refusal('counters.not-here', { name: window?.name ?? '' });
  return { row, window };
}

/** The window first, as "next" does: two who work on both never wait for each other. */
async function lockWithWindow(ctx: Ctx, key: RowKey): Promise<AtHand | undefined> {
  const before = await selectTicket(ctx, key);
  const at = before?.window ?? null;
  const window = at === null ? undefined : await lockWindow(ctx, at);
  const row = await lockTicket(ctx, key);
  if (row === undefined || row.window === at) return row && { row, window };
  throw new Refusal('counters.wrong-state', { number: numberOf(row), state: row.state });
}

export async function moveOne(
  ctx: Ctx,
  { ticket, move }: InputOf<typeof moveTicket>,
): Promise<ReplyOf<typeof moveTicket>> {
  const { row, window } = await goToTicket(ctx, ticket);
  return told(ctx, await make(ctx, row, move, window));
}

export async function park(
  ctx: Ctx,
  { ticket, minutes }: InputOf<typeof parkTicket>,
): Promise<ReplyOf<typeof parkTicket>> {
  const { row, window } = await goToTicket(ctx, ticket);
  const backAt = new Date(ctx.now.getTime() + (minutes ?? (await parkMinutes(ctx))) * 60_000);
  return told(ctx, await make(ctx, row, 'park', window, { backAt }));
}

export async function transfer(
  ctx: Ctx,
  { ticket, service, toWindow }: InputOf<typeof transferTicket>,
): Promise<ReplyOf<typeof transferTicket>> {
  const { row, window } = await goToTicket(ctx, ticket);
  if (service === undefined && toWindow === undefined)
    throw new Refusal('counters.say-where', {}, 'service');
  await refuseNowhere(ctx, row, { service, toWindow });
  const given = {
    ...(service === undefined ? {} : { service }),
    ...(toWindow === undefined ? {} : { toWindow }),
  };
  return told(ctx, await make(ctx, row, 'transfer', window, given));
}

interface Where {
  readonly service: string | undefined;
  readonly toWindow: number | undefined;
}

/**
 * Nobody is sent where nobody can help them.
 *
 * @throws {Refusal} counters.no-window, found.nothing
 */
export async function refuseNowhere(
  ctx: Ctx,
  { centre }: Pick<TicketRow, 'centre'>,
  { service, toWindow }: Where,
): Promise<void> {
  const windows = (await selectWindows(ctx, centre)).filter(({ open }) => open);
  if (service !== undefined) await needService(ctx, service);
  const { name } = namedBy(await servicesOf(ctx))(service ?? '');
  const able = windows.filter(
    (one) =>
      (toWindow === undefined || one.no === toWindow) &&
      (service === undefined || toWindow !== undefined || one.services.includes(service)),
  );
  if (able.length > 0) return;
  const field = toWindow === undefined ? 'service' : 'toWindow';
  if (toWindow !== undefined && service === undefined)
    throw new Refusal('found.nothing', { what: 'window' }, field);
  throw new Refusal('counters.no-window', { name }, field);
}

async function needService(ctx: Ctx, service: string): Promise<void> {
  const known = await servicesOf(ctx);
  if (!known.some((one) => one.service === service))
    throw new Refusal('found.nothing', { what: 'service' }, 'service');
}

export async function add(
  ctx: Ctx,
  { ticket, service }: InputOf<typeof addMatter>,
): Promise<ReplyOf<typeof addMatter>> {
  const { row, window } = await goToTicket(ctx, ticket);
  await needService(ctx, service);
  return told(ctx, await make(ctx, row, 'add_matter', window, { service }));
}
