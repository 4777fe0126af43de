// SPDX-License-Identifier: Apache-2.0
// A hall as whoever takes a number has to know it. Numbers are taken at some speed: the line is counted, not read, and the walk of
// a long line is made anew only every few seconds.
import type { Wait } from '@lilong/contracts/counters';
import { Refusal } from '@lilong/contracts/refusals';
import type { Ctx } from '../kernel/ctx.ts';
import { calendarOf } from '../kernel/in-force.ts';
import { servicesOf } from './classes.ts';
import { type Hall, hallOf, waitsIn } from './hall.ts';
import type { HeldIn } from './held.ts';
import { type Kind, type LookFound, selectLooks } from './look-queries.ts';
import { aheadOf, inLine, lineMoment, type Serves, viesWith, type Waiting } from './order.ts';

/** Whoever takes a number. */
export interface Comer extends Pick<Waiting, 'left_over' | 'line_at'> {
  readonly centre: number;
  /** Has priority. */
  readonly first: boolean;
}
interface Shape extends HeldIn {
  readonly centre: LookFound['centre'];
}
/** How long somebody is likely to wait behind so many, and how much longer for each one more. */
interface Known {
  readonly ahead: number;
  readonly wait: Wait;
  /** Minutes. */
  readonly each: number;
}
interface Forecast {
  readonly at: number;
  /** The windows that were open. */
  readonly open: string;
  readonly known: ReadonlyMap<string, Known>;
}

/** A shorter line is always walked: each one more or less tells there. */
const few = 8;
/** A walk is good for so long: the wait of a long line is another one by half a minute then. */
const goodMs = 30_000;
/** Of each walk: it is only the beginning of what whoever follows the number reads. */
const calls = 400;
const forecasts = new WeakMap<object, Map<number, Forecast>>(); // each program has one catalogue

const keyOf = ({ left_over, first }: Pick<Comer, 'left_over' | 'first'>): string =>
  `${left_over} ${first}`;
const openOf = (windows: readonly Serves[]): string =>
  windows.map(({ no, services }) => `${no} ${services}`).join(';');

/** One hall; those who were placed count for those who are placed after them. */
export class Look {
  readonly hall: Shape;
  readonly #open: readonly Serves[];
  readonly #line: readonly Kind[];
  readonly #forecast: Forecast;
  readonly #placed: Comer[] = [];

  constructor(hall: Shape, open: readonly Serves[], line: readonly Kind[], forecast: Forecast) {
    this.hall = hall;
    this.#open = open;
    this.#line = line;
    this.#forecast = forecast;
  }

  /** True when what was worked out lately tells how long the comer waits. */
  knows(comer: Comer): boolean {
    const known = this.#forecast.known.get(keyOf(comer));
    if (known === undefined || this.#forecast.open !== openOf(this.#open)) return false;
    const ahead = this.#ahead(comer);
    const isNear = Math.abs(ahead - known.ahead) <= known.ahead / 2;
    return known.wait.minutes === null || (ahead >= few && isNear);
  }

  place(comer: Comer): { ahead: number; wait: Wait } {
    const ahead = this.#ahead(comer);
    const known = this.#forecast.known.get(keyOf(comer));
    if (known === undefined) throw new Error('nobody worked out how long they wait');
    this.#placed.push(comer);
    const { minutes, basis } = known.wait;
    if (minutes === null) return { ahead, wait: { minutes, basis } };
    const shifted = Math.round(minutes + (ahead - known.ahead) * known.each);
    return { ahead, wait: { minutes: Math.max(0, shifted), basis } };
  }

  #ahead(comer: Comer): number {
    const vies = viesWith({ ...comer, for_window: null }, this.#open);
    let ahead = 0;
    for (const kind of this.#line) if (vies(kind)) ahead += comer.first ? kind.first : kind.all;
    for (const other of this.#placed)
      if (other.line_at <= comer.line_at && vies({ ...other, for_window: null })) ahead += 1;
    return ahead;
  }
}

/** The halls of all who come, by number; a Refusal where there is none. */
export async function looksFor(
  ctx: Ctx,
  comers: readonly Comer[],
  priorityAhead: number,
): Promise<ReadonlyMap<number, Look | Refusal>> {
  const known = forecasts.get(ctx.catalogue) ?? new Map<number, Forecast>();
  forecasts.set(ctx.catalogue, known);
  const byCentre = Map.groupBy(comers, ({ centre }) => centre);
  const young = [...byCentre.keys()].filter((no) => isGood(known.get(no), ctx.now));
  const looks = new Map<number, Look | Refusal>();
  for (const found of await selectLooks(ctx, young, priorityAhead)) {
    const { no } = found.centre;
    const forecast = known.get(no);
    if (forecast === undefined) continue;
    const look = await lookOf(ctx, found, forecast);
    if (byCentre.get(no)?.every((comer) => look.knows(comer))) looks.set(no, look);
  }
  const walked = [...byCentre].filter(([no]) => !looks.has(no));
  await Promise.all(
    walked.map(async ([no, own]) => {
      const hall = await hallOf(ctx, no).catch(refusalOnly);
      if (hall instanceof Refusal) return looks.set(no, hall);
      const forecast = forecastOf(hall, own, ctx.now);
      known.set(no, forecast);
      return looks.set(no, lookAt(hall, forecast, ctx.now));
    }),
  );
  return looks;
}

const isGood = (forecast: Forecast | undefined, now: Date): boolean =>
  forecast !== undefined && Math.abs(now.getTime() - forecast.at) < goodMs;

function refusalOnly(fault: unknown): Refusal {
  if (fault instanceof Refusal) return fault;
  throw fault;
}

async function lookOf(ctx: Ctx, found: LookFound, forecast: Forecast): Promise<Look> {
  const offered = new Set(found.windows.flatMap(({ services }) => services));
  const services = (await servicesOf(ctx)).filter(({ service }) => offered.has(service));
  const { centre, windows, line } = found;
  const hall = { centre, windows, services, calendar: await calendarOf(ctx) };
  return new Look(
    hall,
    windows.filter(({ open }) => open),
    line,
    forecast,
  );
}

function lookAt(hall: Hall, forecast: Forecast, now: Date): Look {
  const first = new Date(now.getTime() - hall.rule.priorityAhead * 60_000);
  const line = inLine(hall.waiting, now).map(({ left_over, for_window, line_at }) => ({
    ...{ left_over, for_window, all: line_at <= now ? 1 : 0, first: line_at <= first ? 1 : 0 },
  }));
  const open = hall.windows.filter((window) => window.open);
  return new Look(hall, open, line, forecast);
}

/** Each class of the hall, with priority and without, and whatever else is asked. */
function forecastOf(hall: Hall, asked: readonly Comer[], now: Date): Forecast {
  const plain = lineMoment({ at: now, priority: null, appointedAt: null }, hall.rule);
  const early = lineMoment({ at: now, priority: 'elderly', appointedAt: null }, hall.rule);
  const usual = hall.services.flatMap(({ service }) => [
    { left_over: [service], first: false, line_at: plain },
    { left_over: [service], first: true, line_at: early },
  ]);
  const comers = [...new Map([...usual, ...asked].map((one) => [keyOf(one), one])).values()];
  const walkers = comers.map(({ left_over, line_at }) => ({
    ...{ no: Number.MAX_SAFE_INTEGER, left_over, line_at, for_window: null, back_at: null },
  }));
  const waits = waitsIn({ ...hall, calls }, walkers, now);
  const open = hall.windows.filter((window) => window.open);
  const known = comers.map((comer, at): [string, Known] => {
    const walker = walkers[at] as Waiting;
    const ahead = aheadOf(walker, hall.waiting, open, now).length;
    const wait = waits[at] as Wait;
    return [keyOf(comer), { ahead, wait, each: eachMore(hall, walker, open) }];
  });
  return { at: now.getTime(), open: openOf(open), known: new Map(known) };
}

/** Minutes that one more in line costs whoever stands behind them. */
function eachMore({ pace }: Hall, { left_over }: Waiting, open: readonly Serves[]): number {
  const { spread } = pace.each(left_over[0] ?? '');
  const seconds = spread.reduce((sum, one) => sum + one, 0) / Math.max(1, spread.length);
  const able = open.filter(({ services }) => left_over.some((one) => services.includes(one)));
  return ((1 - pace.left) * seconds) / 60 / Math.max(1, able.length);
}
