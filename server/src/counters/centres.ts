// SPDX-License-Identifier: Apache-2.0
// Halls as everybody may see them: the list, one by itself, and the board on its wall.
import type {
  Board,
  CentreCard,
  CentreLine,
  centreBoard,
  centreCard,
  listCentres,
} from '@lilong/contracts/counters';
import { weekOn } from '@lilong/contracts/opening-hours';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Calendar } from '../kernel/calendar.ts';
import { dateOfDay } from '../kernel/calendar-zone.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { calendarOf } from '../kernel/in-force.ts';
import { shared } from '../kernel/shared.ts';
import { type Hall, hallOf, serviceLines } from './hall.ts';
import { closingAt, isOpen, opensNext, otherDaysAt, spansAt } from './hours.ts';
import { inLine } from './order.ts';
import { type CentreFound, type InHall, selectCalls, selectCentres } from './queries.ts';
import type { WindowRow } from './tables.ts';
import { centreOf, channelOf } from './tell.ts';
import { numberOf } from './workflow.ts';

export async function showCentres(
  ctx: Ctx,
  input: InputOf<typeof listCentres>,
): Promise<ReplyOf<typeof listCentres>> {
  const calendar = await calendarOf(ctx);
  const centres = await selectCentres(ctx, input);
  return { centres: centres.map((one) => lineOf(one, calendar, ctx.now)) };
}

function lineOf(centre: CentreFound, calendar: Calendar, now: Date): CentreLine {
  const { no, name, kind, place, districtName, address, lon, lat, waiting, openWindows } = centre;
  return {
    ...{ centre: no, name, kind, place, districtName, address, waiting, openWindows },
    point: lon === null || lat === null ? null : { lon, lat },
    open: isOpen(calendar, centre.hours, now),
    today: spansAt(calendar, centre.hours, now),
  };
}

export async function showCentre(
  ctx: Ctx,
  { centre: no }: InputOf<typeof centreCard>,
): Promise<CentreCard> {
  const hall = await hallOf(ctx, no);
  const { centre, calendar } = hall;
  return {
    ...lineOf({ ...centre, ...counted(hall) }, calendar, ctx.now),
    ...{ phone: centre.phone, generated: centre.generated },
    ...weekOf(centre, calendar, ctx.now),
    source: centre.source,
    spoken: centre.spoken as CentreCard['spoken'],
    equipment: centre.equipment as CentreCard['equipment'],
    services: serviceLines(hall, ctx.now),
    opens: opensNext(calendar, centre.hours, ctx.now)?.toISOString() ?? null,
  };
}

/** The week as it is planned, and what differs from it. */
function weekOf(
  { hours }: Pick<CentreFound, 'hours'>,
  calendar: Calendar,
  now: Date,
): Pick<CentreCard, 'week' | 'otherDays' | 'closing'> {
  const { days, worked, holiday } = weekOn(hours, dateOfDay(calendar.zone.dayOf(now.getTime())));
  const closing = closingAt(calendar, hours, now);
  return {
    week: { days: [...days], worked: [...worked], holiday: [...holiday] },
    otherDays: otherDaysAt(calendar, hours, now).map((one) => ({ ...one, spans: [...one.spans] })),
    closing,
  };
}

const counted = ({ waiting, windows }: Hall) => ({
  waiting: waiting.length,
  openWindows: windows.filter(({ open }) => open).length,
});

const mostCalls = 8;

/** All walls of a hall ask when something changed: the hall is read once for them. */
export const boards = shared((ctx, channel) => boardOf(ctx, centreOf(channel)));

export function showBoard(
  ctx: Ctx,
  { centre }: InputOf<typeof centreBoard>,
): Promise<ReplyOf<typeof centreBoard>> {
  return boards.ask(ctx, channelOf(centre));
}

async function boardOf(ctx: Ctx, no: number): Promise<Board> {
  const hall = await hallOf(ctx, no);
  const { centre, calendar, windows, tickets } = hall;
  const at = new Map(tickets.map((ticket) => [ticket.window, ticket]));
  return {
    ...{ centre: no, name: centre.name, now: ctx.now.toISOString() },
    open: isOpen(calendar, centre.hours, ctx.now),
    opens: opensNext(calendar, centre.hours, ctx.now)?.toISOString() ?? null,
    closing: closingAt(calendar, centre.hours, ctx.now),
    calls: await callsOf(ctx, no),
    windows: windows.filter(({ open }) => open).map((one) => windowOf(one, at.get(one.no))),
    services: serviceLines(hall, ctx.now),
    waiting: inLine(hall.waiting, ctx.now).length,
  };
}

/** The last call of each number, newest first: a wall that was just switched on shows what was called before. */
async function callsOf(ctx: Ctx, centre: number): Promise<Board['calls']> {
  const calls = await selectCalls(ctx, centre, mostCalls);
  return calls.map(({ letter, seq, window, times, at }) => ({
    ...{ number: numberOf({ letter, seq }), window, at: at.toISOString(), times },
  }));
}

function windowOf({ name }: WindowRow, ticket: InHall | undefined): Board['windows'][number] {
  if (ticket === undefined) return { window: name, number: null, state: null };
  const state = ticket.state === 'serving' ? 'serving' : 'called';
  return { window: name, number: numberOf(ticket), state };
}
