// SPDX-License-Identifier: Apache-2.0
// All halls of the city as they were a moment ago, kept in the program: whoever asks has only those read anew of which something
// was told since. What nobody tells (a file of halls, the demonstration in other halls) is seen after a minute.
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { type CityHall, selectHalls } from './city-queries.ts';

interface Tally {
  day: string;
  /** When all were read. */
  at: number;
  /** In the order of places. */
  halls: Map<number, CityHall>;
  /** Of which something was told since they were read. */
  stale: Set<number>;
  reading: Promise<void> | undefined;
}
const goodMs = 60_000;
const programs = new WeakMap<object, Tally>(); // each program has one catalogue

/** In the order of places. A hall that is as it was is the same object. */
export async function hallsNow(ctx: Ctx): Promise<readonly CityHall[]> {
  const tally = programs.get(ctx.catalogue) ?? {
    ...{ day: '', at: 0, halls: new Map(), stale: new Set(), reading: undefined },
  };
  programs.set(ctx.catalogue, tally);
  await tally.reading?.catch(() => undefined); // its fault is told to whoever began it
  if (!isGood(tally, ctx) || tally.stale.size > 0) await read(tally, ctx);
  return [...tally.halls.values()];
}

/** Something changed in a hall; without one, nobody knows in which. */
export function hallChanged(program: object, centre?: number): void {
  const tally = programs.get(program);
  if (centre === undefined) programs.delete(program);
  else tally?.stale.add(centre);
}

const isGood = ({ day, at }: Tally, ctx: Ctx): boolean =>
  day === today(ctx) && Math.abs(ctx.now.getTime() - at) < goodMs;

async function read(tally: Tally, ctx: Ctx): Promise<void> {
  const only = isGood(tally, ctx) ? [...tally.stale] : undefined;
  tally.stale = new Set(); // what is told from here on is read by whoever asks next
  const reading = selectHalls(ctx, only).then((found) => {
    const halls = only === undefined ? new Map<number, CityHall>() : tally.halls;
    for (const no of only ?? []) if (!found.some((one) => one.no === no)) halls.delete(no);
    for (const hall of found) {
      const before = tally.halls.get(hall.no);
      if (only !== undefined && before === undefined) continue; // a new one has its place when all are read
      halls.set(hall.no, isSame(before, hall) ? before : hall);
    }
    tally.halls = halls;
    if (only === undefined) [tally.day, tally.at] = [today(ctx), ctx.now.getTime()];
  });
  tally.reading = reading;
  try {
    await reading;
  } catch (fault) {
    tally.at = 0; // nobody knows what was not read
    throw fault;
  } finally {
    if (tally.reading === reading) tally.reading = undefined;
  }
}

const isSame = (before: CityHall | undefined, hall: CityHall): before is CityHall =>
  before !== undefined && JSON.stringify(before) === JSON.stringify(hall);
