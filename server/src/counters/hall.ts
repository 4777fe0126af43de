// SPDX-License-Identifier: Apache-2.0
// A hall as it is now: windows, the line, and how long it is likely to take.
import type { ServiceLine, Wait } from '@lilong/contracts/counters';
import { Refusal } from '@lilong/contracts/refusals';
import { waitingStates } from '@lilong/contracts/ticket-flow';
import type { Calendar } from '../kernel/calendar.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { calendarOf } from '../kernel/in-force.ts';
import { type Service, servicesOf } from './classes.ts';
import { lookedAt, waitOf } from './estimate.ts';
import { aheadOf, inLine } from './order.ts';
import {
  type CentreFound,
  selectCentre,
  selectHall,
  selectRecent,
  selectWindows,
} from './queries.ts';
import type { TicketRow, WindowRow } from './tables.ts';

export interface Hall {
  readonly centre: CentreFound;
  readonly calendar: Calendar;
  readonly windows: readonly WindowRow[];
  /** Of today: in line, at a window, or missed. */
  readonly tickets: readonly TicketRow[];
  /** In line, put aside or not. */
  readonly waiting: readonly TicketRow[];
  /** Classes that some window of it does. */
  readonly services: readonly Service[];
  readonly recent: ReadonlyMap<string, readonly number[]>;
}

/** @throws {Refusal} found.nothing */
export async function needCentre(ctx: Ctx, no: number): Promise<CentreFound> {
  const centre = await selectCentre(ctx, no);
  if (centre === undefined) throw new Refusal('found.nothing', { what: 'centre' }, 'centre');
  return centre;
}

/** @throws {Refusal} found.nothing */
export async function hallOf(ctx: Ctx, no: number): Promise<Hall> {
  const centre = await needCentre(ctx, no);
  const windows = await selectWindows(ctx, no);
  const tickets = await selectHall(ctx, no);
  const offered = new Set(windows.flatMap(({ services }) => services));
  const services = (await servicesOf(ctx)).filter(({ service }) => offered.has(service));
  const keys = services.map(({ service }) => service);
  return {
    ...{ centre, windows, tickets, services },
    calendar: await calendarOf(ctx),
    waiting: tickets.filter(({ state }) => waitingStates.includes(state)),
    recent: await selectRecent(ctx, no, keys, lookedAt),
  };
}

/** Each class of the hall with its line. */
export function serviceLines(hall: Hall, now: Date): ServiceLine[] {
  const line = inLine(hall.waiting, now);
  return hall.services.map(({ order: _, minutes, ...service }) => {
    const waiting = line.filter(({ left_over }) => left_over.includes(service.service)).length;
    const wait = waitFor(hall, service.service, waiting, minutes);
    return { ...service, waiting, windows: doing(hall, service.service).length, wait };
  });
}

const doing = ({ windows }: Hall, service: string): readonly WindowRow[] =>
  windows.filter((window) => window.open && window.services.includes(service));

function waitFor(hall: Hall, service: string, ahead: number, usual: number): Wait {
  const windows = doing(hall, service);
  const busy = new Set(hall.tickets.map(({ window }) => window));
  const idle = windows.filter(({ no }) => !busy.has(no)).length;
  const recent = hall.recent.get(service) ?? [];
  return waitOf({ ahead, windows: windows.length, idle, recent, usual });
}

/** How many are before a ticket, and how long that is likely to take: until the first of its classes is done somewhere. */
export function placeOf(
  hall: Hall,
  ticket: TicketRow,
  now: Date,
): { ahead: number | null; wait: Wait | null } {
  if (!waitingStates.includes(ticket.state)) return { ahead: null, wait: null };
  const waits = hall.services
    .filter(({ service }) => ticket.left_over.includes(service))
    .map(({ service, minutes }) => {
      const ahead = aheadOf({ ...ticket, left_over: [service] }, hall.waiting, now);
      return waitFor(hall, service, ahead, minutes);
    });
  const [best] = waits
    .filter(({ minutes }) => minutes !== null)
    .sort((one, other) => (one.minutes ?? 0) - (other.minutes ?? 0));
  return {
    ahead: aheadOf(ticket, hall.waiting, now),
    wait: best ?? { minutes: null, basis: 'none' },
  };
}
