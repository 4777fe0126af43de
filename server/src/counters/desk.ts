// SPDX-License-Identifier: Apache-2.0
// The page of whoever works in a hall: windows, the line, whom the own window has.
import type { counterDesk, DeskTicket, WindowCard } from '@lilong/contracts/counters';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { waitingStates } from '@lilong/contracts/ticket-flow';
import type { Ctx } from '../kernel/ctx.ts';
import { type Hall, hallOf, serviceLines } from './hall.ts';
import { deskTicket } from './held.ts';
import { closingAt, isOpen, spansAt } from './hours.ts';
import { inLine } from './order.ts';
import { centrePolicy } from './policy.ts';
import { selectDesks, selectTickets } from './queries.ts';
import { callsToNoShow, parkMinutes } from './settings.ts';
import type { TicketRow, WindowRow } from './tables.ts';
import { numberOf } from './workflow.ts';

const mostMissed = 20;

export async function showDesk(
  ctx: Ctx,
  { centre: asked }: InputOf<typeof counterDesk>,
): Promise<ReplyOf<typeof counterDesk>> {
  ctx.requireEver(centrePolicy, 'desk');
  const desks = await selectDesks(ctx, ctx.may(centrePolicy, 'open', 'c'));
  const own = asked === undefined ? desks[0] : desks.find(({ no }) => no === asked);
  if (own === undefined && asked !== undefined)
    throw new Refusal('auth.denied', { action: 'open' });
  if (own === undefined) throw new Refusal('found.nothing', { what: 'centre' });
  const hall = await hallOf(ctx, own.no);
  const tickets = await selectTickets(ctx, own.no);
  const mine = hall.windows.find(({ seat }) => seat !== null && seat === ctx.actor.account);
  const current = tickets.find(({ window }) => mine !== undefined && window === mine.no);
  return {
    ...{ centre: own.no, name: own.name, now: ctx.now.toISOString() },
    centres: desks.map(({ no, name }) => ({ centre: no, name })),
    open: isOpen(hall.calendar, hall.centre.hours, ctx.now),
    today: spansAt(hall.calendar, hall.centre.hours, ctx.now),
    closing: closingAt(hall.calendar, hall.centre.hours, ctx.now),
    callsToNoShow: await callsToNoShow(ctx),
    parkMinutes: await parkMinutes(ctx),
    windows: hall.windows.map((window) => windowCard(ctx, hall, window)),
    services: serviceLines(hall, ctx.now),
    current: current === undefined ? null : ticketIn(hall, current),
    ...lists(ctx, hall, tickets),
    can: {
      serve: hall.centre.organisation === ctx.actor.post?.organisation,
      manage: ctx.actor.post?.role === 'centre_manager',
    },
  };
}

const ticketIn = (hall: Hall, row: TicketRow): DeskTicket =>
  deskTicket(row, hall.services, hall.windows);

function lists(
  { now }: Ctx,
  hall: Hall,
  tickets: readonly TicketRow[],
): Record<'line' | 'aside' | 'missed', DeskTicket[]> {
  const waiting = tickets.filter(({ state }) => waitingStates.includes(state));
  const line = inLine(waiting, now);
  const aside = waiting.filter((one) => !line.includes(one));
  const missed = tickets.filter(({ state }) => state === 'no_show');
  const told = (rows: readonly TicketRow[]) => rows.map((row) => ticketIn(hall, row));
  return {
    line: told(line),
    aside: told(aside.sort((one, other) => Number(one.back_at) - Number(other.back_at))),
    missed: told(
      missed
        .sort((one, other) => Number(other.ended_at) - Number(one.ended_at))
        .slice(0, mostMissed),
    ),
  };
}

function windowCard({ actor }: Ctx, { tickets }: Hall, row: WindowRow): WindowCard {
  const ticket = tickets.find(({ window }) => window === row.no);
  return {
    ...{ window: row.no, name: row.name, open: row.open, services: row.services },
    seat: seatOf(row, actor.account),
    number: ticket === undefined ? null : numberOf(ticket),
  };
}

function seatOf({ seat }: WindowRow, account: number | null): WindowCard['seat'] {
  if (seat === null) return 'free';
  return seat === account ? 'mine' : 'taken';
}
