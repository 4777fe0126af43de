// SPDX-License-Identifier: Apache-2.0
// Who stands at my window. Recognising them writes the grant that opens their file until the visit ends.
import type { identifyVisitor, openWard, ticketVisit } from '@lilong/contracts/counters-visit';
import { formatRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { dayOfDate, zoneOf } from '../kernel/calendar-zone.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { beginVisit, openWardOf, type Shown, visitOf } from '../registry/index.ts';
import { goToTicket, make } from './moves.ts';
import { ticketPolicy } from './policy.ts';
import { visitHours } from './settings.ts';
import type { TicketRow, WindowRow } from './tables.ts';
import { updateTicket } from './ticket-queries.ts';
import { numberOf } from './workflow.ts';

type Asked = InputOf<typeof identifyVisitor>;

/** Whoever was only called is being served from then on: they are there. */
export async function identify(ctx: Ctx, asked: Asked): Promise<ReplyOf<typeof identifyVisitor>> {
  const { row, window } = await atMyWindow(ctx, asked.ticket);
  const shown = shownBy(asked, row);
  await beginVisit(ctx, asked.ticket, shown, await endOf(ctx));
  if (row.state === 'called') await make(ctx, { ...row, identified: false }, 'serve', window);
  await updateTicket(ctx, row, { identified: true });
  ctx.note({
    ...{ act: 'counters.identified', subject: formatRef('T', row), place: row.place },
    facts: { by: 'code' in shown ? 'code' : shown.document },
  });
  return visitOf(ctx, asked.ticket);
}

/** @throws {Refusal} counters.not-here unless it is at the window where the actor sits */
async function atMyWindow(
  ctx: Ctx,
  ticket: string,
): Promise<{ row: TicketRow; window: WindowRow }> {
  const { row, window } = await goToTicket(ctx, ticket);
  if (window === undefined)
    throw new Refusal('counters.wrong-state', { number: numberOf(row), state: row.state });
  if (window.seat !== ctx.actor.account)
    throw new Refusal('counters.not-here', { name: window.name });
  return { row, window };
}

/** @throws {Refusal} counters.say-who */
function shownBy({ code, document, number }: Asked, { organisation }: TicketRow): Shown {
  if (code !== undefined) return { code, organisation };
  if (document === undefined || number === undefined)
    throw new Refusal('counters.say-who', {}, document === undefined ? 'document' : 'number');
  return { document, number };
}

/** So many hours from now, and never beyond the day. */
async function endOf(ctx: Ctx): Promise<Date> {
  const hours = await visitHours(ctx);
  const zone = zoneOf(ctx.config.TIME_ZONE);
  const midnight = zone.dayStart((dayOfDate(today(ctx)) ?? 0) + 1);
  return new Date(Math.min(ctx.now.getTime() + hours * 3_600_000, midnight));
}

export async function showVisit(
  ctx: Ctx,
  { ticket }: InputOf<typeof ticketVisit>,
): Promise<ReplyOf<typeof ticketVisit>> {
  ctx.requireEver(ticketPolicy, 'work');
  return visitOf(ctx, ticket);
}

export async function forWard(
  ctx: Ctx,
  { ticket, person }: InputOf<typeof openWard>,
): Promise<ReplyOf<typeof openWard>> {
  const { row } = await atMyWindow(ctx, ticket);
  await openWardOf(ctx, ticket, person);
  ctx.note({
    act: 'counters.identified',
    subject: ticket,
    place: row.place,
    facts: { by: 'ward' },
  });
  return visitOf(ctx, ticket);
}
