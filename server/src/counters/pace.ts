// SPDX-License-Identifier: Apache-2.0
// How it goes in a hall, for its estimates: asked again after half a minute. Figures of lines, never of anybody.
import { sql } from 'kysely';
import type { Calendar } from '../kernel/calendar.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { calendarOf } from '../kernel/in-force.ts';
import { remembered } from '../kernel/remembered.ts';
import { today } from '../kernel/today.ts';
import { servicesOf } from './classes.ts';
import { lookedAt, type Pace, paceFrom, quarter, weightOfToday } from './estimate.ts';
import { selectRecent } from './queries.ts';

const minute = 60_000; // ms
const halfHour = 30;

export const paceOf = remembered(async (ctx, centre: number): Promise<Pace> => {
  const calendar = await calendarOf(ctx);
  const recent = await selectRecent(ctx, centre, lookedAt);
  const open = await selectUsualOpen(ctx, centre, slotOf(calendar, ctx.now).works);
  return {
    ...paceFrom((service) => recent.get(service) ?? [], await servicesOf(ctx)),
    gone: await selectGone(ctx, centre),
    first: await selectFirst(ctx, centre),
    usually: (then) => open.get(slotOf(calendar, then).at),
  };
});

/** Whether a day is worked, and the quarter of the hour in it. */
function slotOf({ zone, kindOf }: Calendar, now: Date): { works: boolean; at: number } {
  const day = zone.dayOf(now.getTime());
  const at = Math.floor((now.getTime() - zone.dayStart(day)) / (quarter * minute));
  return { works: kindOf(day).works, at: Math.min(at, 95) };
}

const week = 7; // days
/** So many who were served are taken for granted: one of three who left is no third. */
const granted = 20;

/** The part of those who took a number this week and were not served. */
async function selectGone(ctx: Ctx, centre: number): Promise<number> {
  const { rows } = await sql<{ gone: number }>`
    select count(*) filter (where t.state in ('no_show', 'cancelled'))::float8 / (count(*) + ${granted}::int) as gone
    from counters.centre c join counters.ticket t on t.street = c.place / 1000000 and t.centre = c.no
    where c.no = ${centre}::bigint and t.day > ${today(ctx)}::date - ${week}::int and t.ended_at is not null`.execute(
    ctx.db,
  );
  return rows[0]?.gone ?? 0;
}

/** With priority, in an hour: as they came in the next half hour on the days of the week before that were like this one. */
async function selectFirst(ctx: Ctx, centre: number): Promise<Map<string, number>> {
  const { rows } = await sql<{ service: string; rate: number }>`
    with days as (
      select distinct t.day from counters.centre c join counters.ticket t on t.street = c.place / 1000000 and t.centre = c.no
      where c.no = ${centre}::bigint and t.day >= ${today(ctx)}::date - ${week}::int and t.day < ${today(ctx)}::date
        and (extract(isodow from t.day) > 5) = (extract(isodow from ${today(ctx)}::date) > 5))
    select t.services[1] as service, count(*)::float8 * ${60 / halfHour}::int / (select count(*) from days) as rate
    from counters.centre c join counters.ticket t on t.street = c.place / 1000000 and t.centre = c.no join days d on d.day = t.day
    where c.no = ${centre}::bigint and t.priority is not null
      and t.taken_at - (t.day - ${today(ctx)}::date) * interval '1 day' >= ${ctx.now}::timestamptz
      and t.taken_at - (t.day - ${today(ctx)}::date) * interval '1 day' < ${ctx.now}::timestamptz + ${halfHour}::int * interval '1 minute'
    group by 1`.execute(ctx.db);
  return new Map(rows.map(({ service, rate }) => [service, rate]));
}

async function selectUsualOpen(
  ctx: Ctx,
  centre: number,
  works: boolean,
): Promise<Map<number, number>> {
  const rows = await ctx.db
    .selectFrom('counters.usual_open')
    .select(['quarter', 'windows'])
    .where('centre', '=', centre)
    .where('works', '=', works)
    .execute();
  return new Map(rows.map((one) => [one.quarter, one.windows]));
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
