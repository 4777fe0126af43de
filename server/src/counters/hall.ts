// SPDX-License-Identifier: Apache-2.0
// A hall as it is now: windows, the line, and how long it is likely to take.
import type { ServiceLine, Wait } from '@lilong/contracts/counters';
import { Refusal } from '@lilong/contracts/refusals';
import { waitingStates } from '@lilong/contracts/ticket-flow';
import type { Calendar } from '../kernel/calendar.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { calendarOf } from '../kernel/in-force.ts';
import { remembered } from '../kernel/remembered.ts';
import { type Service, servicesOf } from './classes.ts';
import { type Each, eachOf, lookedAt, waitOf } from './estimate.ts';
import { aheadOf, canServe, inLine, type Waiting } from './order.ts';
import {
  type CentreFound,
  type HallFound,
  type InHall,
  selectCentre,
  selectHall,
  selectRecent,
} from './queries.ts';
import type { WindowRow } from './tables.ts';

export interface Hall {
  readonly centre: HallFound;
  readonly calendar: Calendar;
  readonly windows: readonly WindowRow[];
  /** Of today: in line, in its order, or at a window. */
  readonly tickets: readonly InHall[];
  /** In line, put aside or not. */
  readonly waiting: readonly InHall[];
  /** Classes that some window of it does. */
  readonly services: readonly Service[];
  readonly recent: ReadonlyMap<string, readonly number[]>;
}

const noCentre = () => new Refusal('found.nothing', { what: 'centre' }, 'centre');

/** @throws {Refusal} found.nothing */
export async function needCentre(ctx: Ctx, no: number): Promise<CentreFound> {
  const centre = await selectCentre(ctx, no);
  if (centre === undefined) throw noCentre();
  return centre;
}

/**
 * The hall; with the ticket of a token in it, if one is asked for.
 *
 * @throws {Refusal} found.nothing
 */
export async function hallOf(ctx: Ctx, no: number, tokenHash?: string): Promise<Hall> {
  const centre = await selectHall(ctx, no, tokenHash);
  if (centre === undefined) throw noCentre();
  const { windows, tickets } = centre;
  const offered = new Set(windows.flatMap(({ services }) => services));
  return {
    ...{ centre, windows, tickets },
    services: (await servicesOf(ctx)).filter(({ service }) => offered.has(service)),
    calendar: await calendarOf(ctx),
    waiting: tickets.filter(({ state }) => waitingStates.includes(state)),
    recent: await recentOf(ctx, no),
  };
}
/** How long the last ones took; asked again after half a minute. */
const recentOf = remembered((ctx, centre: number) => selectRecent(ctx, centre, lookedAt));

/** Each class of the hall with its line. */
export function serviceLines(hall: Hall, now: Date): ServiceLine[] {
  return hall.services.map((one) => {
    const { order: _, minutes: _usual, ...service } = one;
    return { ...service, ...lineOfService(hall, one, now) };
  });
}

/** What a wait is worked out from: windows, those in line or at a window, and how long the last ones took. */
export interface Lines {
  readonly windows: readonly CanOpen[];
  readonly tickets: readonly { readonly window: number | null }[];
  readonly waiting: readonly Waiting[];
  readonly services: readonly Pick<Service, 'service' | 'minutes'>[];
  readonly recent: ReadonlyMap<string, readonly number[]>;
}
type CanOpen = Pick<WindowRow, 'no' | 'open'> & { readonly services: readonly string[] };

/** The line of one class. */
export function lineOfService(
  hall: Lines,
  { service }: Pick<Service, 'service'>,
  now: Date,
): Pick<ServiceLine, 'waiting' | 'windows' | 'wait'> {
  const line = inLine(hall.waiting, now);
  const comer = { ...newcomer, left_over: [service], line_at: now };
  return {
    waiting: line.filter(({ left_over }) => left_over.includes(service)).length,
    windows: openFor(hall, comer).length,
    wait: waitOfOne(hall, comer, line),
  };
}
/** Somebody who would take a ticket now. */
const newcomer = { no: Number.MAX_SAFE_INTEGER, for_window: null, back_at: null };

const openFor = ({ windows }: Lines, ticket: Waiting): CanOpen[] =>
  windows.filter((window) => window.open && canServe(window, ticket));

function waitOfOne(hall: Lines, ticket: Waiting, before: readonly Waiting[]): Wait {
  const windows = openFor(hall, ticket);
  const busy = new Set(hall.tickets.map(({ window }) => window));
  const shares = before.map((other) => ({ other, share: shareOf(hall, other, windows) }));
  const vying = shares.filter(({ share }) => share > 0);
  const here = ticket.left_over.find((one) =>
    windows.some(({ services }) => services.includes(one)),
  );
  return waitOf({
    ahead: vying.length,
    work: vying.reduce((sum, { other, share }) => sum + share * workOf(hall, other), 0),
    windows: windows.length,
    idle: windows.filter(({ no }) => !busy.has(no)).length,
    each: eachIn(hall, here ?? ticket.left_over[0] ?? ''),
  });
}

/** Which part of the open windows that could serve somebody these are. */
function shareOf(hall: Lines, ticket: Waiting, windows: readonly CanOpen[]): number {
  const able = openFor(hall, ticket);
  return able.length === 0 ? 0 : able.filter((one) => windows.includes(one)).length / able.length;
}

/** Seconds that somebody in line is likely to take. */
const workOf = (hall: Lines, { left_over }: Waiting): number =>
  left_over.reduce((sum, service) => sum + eachIn(hall, service).seconds, 0);

function eachIn({ services, recent }: Lines, service: string): Each {
  const usual = services.find((one) => one.service === service)?.minutes ?? 0;
  return eachOf(recent.get(service) ?? [], usual);
}

/** How many are before a ticket, and how long that is likely to take. */
export function placeOf(
  hall: Hall,
  ticket: Waiting & Pick<InHall, 'state'>,
  now: Date,
): { ahead: number | null; wait: Wait | null } {
  if (!waitingStates.includes(ticket.state)) return { ahead: null, wait: null };
  const open = hall.windows.filter((window) => window.open);
  const before = aheadOf(ticket, hall.waiting, open, now);
  return { ahead: before.length, wait: waitOfOne(hall, ticket, before) };
}
