// SPDX-License-Identifier: Apache-2.0
// How it goes in a hall, for its estimates: asked again after two minutes. Figures of lines, never of anybody.
import { sql } from 'kysely';
import type { Calendar } from '../kernel/calendar.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { calendarOf } from '../kernel/in-force.ts';
import { remembered } from '../kernel/remembered.ts';
import { servicesOf } from './classes.ts';
import { lookedAt, type Pace, paceFrom, quarter, weightOfToday } from './estimate.ts';
import { selectPace } from './pace-queries.ts';

const minute = 60_000; // ms

export const paceOf = remembered(async (ctx, centre: number): Promise<Pace> => {
  const calendar = await calendarOf(ctx);
  const services = await servicesOf(ctx);
  const wanted = services.map(({ service }) => service);
  const { works } = slotOf(calendar, ctx.now);
  const found = await selectPace(ctx, centre, { services: wanted, most: lookedAt, works });
  const { left, absent, absentFor } = found;
  const [recent, open] = [new Map(found.recent), new Map(found.open)];
  return {
    ...paceFrom((service) => recent.get(service) ?? [], services),
    ...{ left, absent, absentFor, first: new Map(found.first) },
    usually: (then) => open.get(slotOf(calendar, then).at),
  };
}, 2 * minute);

/** Whether a day is worked, and the quarter of the hour in it. */
function slotOf({ zone, kindOf }: Calendar, now: Date): { works: boolean; at: number } {
  const day = zone.dayOf(now.getTime());
  const at = Math.floor((now.getTime() - zone.dayStart(day)) / (quarter * minute));
  return { works: kindOf(day).works, at: Math.min(at, 95) };
}

/** Counts the open windows of all halls; every quarter of an hour. Where none is open nothing is begun. */
export async function countOpen(ctx: Ctx): Promise<void> {
  const { works, at } = slotOf(await calendarOf(ctx), ctx.now);
  await sql`
    insert into counters.usual_open as u (centre, works, quarter, windows)
    select w.centre, ${works}::boolean, ${at}::int, count(*) filter (where w.open) from counters."window" w group by w.centre
    having count(*) filter (where w.open) > 0
      or exists (select from counters.usual_open k where k.centre = w.centre and k.works = ${works}::boolean and k.quarter = ${at}::int)
    on conflict (centre, works, quarter) do update
      set windows = u.windows + ${weightOfToday}::float8 * (excluded.windows - u.windows)`.execute(
    ctx.db,
  );
}
