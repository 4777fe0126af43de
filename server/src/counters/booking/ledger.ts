// SPDX-License-Identifier: Apache-2.0
// What a hall can give by appointment, and what is left of it.
import { Refusal } from '@lilong/contracts/refusals';
import type { Calendar } from '../../kernel/calendar.ts';
import type { Ctx } from '../../kernel/ctx.ts';
import { calendarOf } from '../../kernel/in-force.ts';
import { type Service, servicesOf } from '../classes.ts';
import { needCentre } from '../hall.ts';
import { type CentreFound, selectWindows } from '../queries.ts';
import { bookRule } from '../settings.ts';
import type { WindowRow } from '../tables.ts';
import { lockSlots, selectUnits } from './queries.ts';
import { roomFor } from './seats.ts';
import { type BookRule, bookableAt, spansOfDay, startsOf, unitsOf } from './slots.ts';
import type { UnitRow } from './tables.ts';

export interface Ledger {
  readonly centre: CentreFound;
  readonly calendar: Calendar;
  /** All of the hall, open now or not: a booking is for another hour. */
  readonly windows: readonly WindowRow[];
  readonly services: readonly Service[];
  readonly rule: BookRule;
}

/** @throws {Refusal} found.nothing */
export async function ledgerOf(ctx: Ctx, no: number): Promise<Ledger> {
  const centre = await needCentre(ctx, no);
  const windows = await selectWindows(ctx, no);
  const offered = new Set(windows.flatMap(({ services }) => services));
  const services = (await servicesOf(ctx)).filter(({ service }) => offered.has(service));
  const calendar = await calendarOf(ctx);
  return { centre, calendar, windows, services, rule: await bookRule(ctx) };
}

export type Held = Pick<UnitRow, 'service' | 'starts_at'>;
/** Places that are held, by their start. */
export function byStart(units: readonly Held[]): ReadonlyMap<number, Held[]> {
  return Map.groupBy(units, ({ starts_at }) => starts_at.getTime());
}

/** So many more could book these matters from a start: as many as the unit with the least room has. */
export function leftAt(
  { windows, rule }: Pick<Ledger, 'windows' | 'rule'>,
  held: ReadonlyMap<number, readonly Held[]>,
  services: readonly string[],
  start: number,
): number {
  const rooms = unitsOf(start, services.length, rule.every).map((at, index) =>
    roomFor(services[index] ?? '', held.get(at) ?? [], bookableAt(windows, at, rule)),
  );
  return Math.min(...rooms);
}

/** Starts of a day that are still to come. */
export function startsAhead(ctx: Ctx, ledger: Ledger, day: number, units: number): number[] {
  const { calendar, centre, rule } = ledger;
  const spans = spansOfDay(calendar, centre.hours, day);
  return startsOf(spans, rule.every, units).filter((at) => at > ctx.now.getTime());
}

/**
 * A place at each of the units, for whoever holds the lock on them until the commit. `own`: a booking that is moved, of
 * which the places do not count.
 *
 * @throws {Refusal} counters.book-time, counters.full
 */
export async function holdPlaces(
  ctx: Ctx,
  ledger: Ledger,
  services: readonly string[],
  at: Date,
  own?: number,
): Promise<Place[]> {
  const { calendar, centre, rule } = ledger;
  const start = at.getTime();
  const day = calendar.zone.dayOf(start);
  const ahead = day - calendar.zone.dayOf(ctx.now.getTime());
  const starts = ahead > rule.days ? [] : startsAhead(ctx, ledger, day, services.length);
  if (!starts.includes(start)) throw new Refusal('counters.book-time', {}, 'at');
  const units = unitsOf(start, services.length, rule.every);
  await lockSlots(ctx, centre.no, units);
  const last = new Date(units.at(-1) ?? start);
  const all = await selectUnits(ctx, centre.no, at, last);
  const held = Map.groupBy(
    all.filter(({ booking }) => booking !== own),
    ({ starts_at }) => starts_at.getTime(),
  );
  if (leftAt(ledger, held, services, start) < 1) throw new Refusal('counters.full', {}, 'at');
  return placesAt(held, services, units);
}

export type Place = Pick<UnitRow, 'starts_at' | 'seat' | 'service'>;
/** One at each of the units. */
export function placesAt(
  held: ReadonlyMap<number, readonly { readonly seat: number }[]>,
  services: readonly string[],
  units: readonly number[],
): Place[] {
  return units.map((from, index) => ({
    ...{ starts_at: new Date(from), service: services[index] ?? '' },
    seat: firstFree((held.get(from) ?? []).map(({ seat }) => seat)),
  }));
}

function firstFree(seats: readonly number[]): number {
  let seat = 1;
  while (seats.includes(seat)) seat += 1;
  return seat;
}
