// SPDX-License-Identifier: Apache-2.0
// A hall as it is now: windows, the line, and how long it is likely to take.
import type { ServiceLine, Wait } from '@lilong/contracts/counters';
import { Refusal } from '@lilong/contracts/refusals';
import { waitingStates } from '@lilong/contracts/ticket-flow';
import type { Calendar } from '../kernel/calendar.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { calendarOf } from '../kernel/in-force.ts';
import { type Service, servicesOf } from './classes.ts';
import { type Desk, nobodyCanSay, type Pace, waitsOf } from './estimate.ts';
import type { Due } from './forecast.ts';
import { aheadOf, canServe, inLine, type LineRule, type Waiting } from './order.ts';
import { paceOf } from './pace.ts';
import {
  type CentreFound,
  type HallFound,
  type InHall,
  selectCentre,
  selectHall,
} from './queries.ts';
import { lineRule } from './settings.ts';
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
  readonly due: readonly Due[];
  readonly pace: Pace;
  readonly rule: LineRule;
}

const noCentre = () => new Refusal('found.nothing', { what: 'centre' }, 'centre');

/** @throws {Refusal} found.nothing */
export async function needCentre(ctx: Ctx, no: number): Promise<CentreFound> {
  const centre = await selectCentre(ctx, no);
  if (centre === undefined) throw noCentre();
  return centre;
}

/** @throws {Refusal} found.nothing */
export async function hallOf(ctx: Ctx, no: number): Promise<Hall> {
  const rule = await lineRule(ctx);
  const centre = await selectHall(ctx, no, rule);
  if (centre === undefined) throw noCentre();
  const { windows, tickets, due } = centre;
  const offered = new Set(windows.flatMap(({ services }) => services));
  return {
    ...{ centre, windows, tickets, due, rule },
    services: (await servicesOf(ctx)).filter(({ service }) => offered.has(service)),
    calendar: await calendarOf(ctx),
    waiting: tickets.filter(({ state }) => waitingStates.includes(state)),
    pace: await paceOf(ctx, no),
  };
}

/** Each class of the hall with its line. */
export function serviceLines(hall: Hall, now: Date): ServiceLine[] {
  const waits = waitsIn(hall, hall.services.map(comerFor(now)), now);
  return hall.services.map(({ order: _, minutes: _usual, ...service }, at) => ({
    ...{ ...service, ...countedFor(hall, service, now), wait: waits[at] ?? nobodyCanSay },
  }));
}

/** What a wait is worked out from: windows, those in line or at a window, and how it goes there. */
export interface Lines {
  readonly windows: readonly CanOpen[];
  readonly tickets: readonly Pick<InHall, 'window' | 'left_over' | 'called_at'>[];
  readonly waiting: readonly Waiting[];
  readonly due: readonly Due[];
  readonly pace: Pace;
  readonly rule: LineRule;
  /** As of `Line`: fewer where many halls are looked at. */
  readonly calls?: number;
}
type CanOpen = Pick<WindowRow, 'no' | 'open'> & { readonly services: readonly string[] };
type OfService = Pick<Service, 'service'>;

/** The line of one class. */
export function lineOfService(
  hall: Lines,
  one: OfService,
  now: Date,
): Pick<ServiceLine, 'waiting' | 'windows' | 'wait'> {
  const [wait = nobodyCanSay] = waitsIn(hall, [comerFor(now)(one)], now);
  return { ...countedFor(hall, one, now), wait };
}

function countedFor(
  { waiting, windows }: Lines,
  one: OfService,
  now: Date,
): Pick<ServiceLine, 'waiting' | 'windows'> {
  const waits = inLine(waiting, now).filter(({ left_over }) => left_over.includes(one.service));
  const able = windows.filter((window) => window.open && canServe(window, comerFor(now)(one)));
  return { waiting: waits.length, windows: able.length };
}

/** Somebody who would take a ticket now. */
const comerFor =
  (now: Date) =>
  ({ service }: OfService): Waiting => ({
    ...{ no: Number.MAX_SAFE_INTEGER, for_window: null, back_at: null },
    ...{ left_over: [service], line_at: now },
  });

/** How long each of the wanted is likely to wait. */
export function waitsIn(hall: Lines, wanted: readonly Waiting[], now: Date): Wait[] {
  const at = new Map(hall.tickets.map((one) => [one.window, one]));
  const desks = hall.windows
    .filter(({ open }) => open)
    .map(({ no, services }): Desk => {
      const there = at.get(no);
      const has = there && { left_over: there.left_over, since: there.called_at ?? now };
      return { no, services, has: has ?? null };
    });
  const { waiting, due, pace, rule, calls } = hall;
  return waitsOf({ desks, waiting, due, pace, rule, calls }, wanted, now);
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
  return { ahead: before.length, wait: waitsIn(hall, [ticket], now)[0] ?? null };
}
