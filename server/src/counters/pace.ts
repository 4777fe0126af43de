// SPDX-License-Identifier: Apache-2.0
// How it goes in a hall, for its estimates: asked again after half a minute. Figures of lines, never of anybody.
import { sql } from 'kysely';
import type { Calendar } from '../kernel/calendar.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { calendarOf } from '../kernel/in-force.ts';
import { remembered } from '../kernel/remembered.ts';
import { today } from '../kernel/today.ts';
import { servicesOf } from './classes.ts';
import { type Due, lookedAt, type Pace, paceFrom, quarter, weightOfToday } from './estimate.ts';
import { selectRecent } from './queries.ts';
import { lineRule } from './settings.ts';

const minute = 60_000; // ms
const halfHour = 30;

export const paceOf = remembered(async (ctx, centre: number): Promise<Pace> => {
  const calendar = await calendarOf(ctx);
  const recent = await selectRecent(ctx, centre, lookedAt);
  const open = await selectUsualOpen(ctx, centre, slotOf(calendar, ctx.now).works);
  return {
    ...paceFrom((service) => recent.get(service) ?? [], await servicesOf(ctx)),
    ...(await selectEnded(ctx, centre)),
    due: await selectDue(ctx, centre),
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

/** Of those who took a number this week: who gave it up, who did not come when called, and how long a window awaited them. */
async function selectEnded(
  ctx: Ctx,
  centre: number,
): Promise<Pick<Pace, 'left' | 'absent' | 'absentFor'>> {
  const { rows } = await sql<Pick<Pace, 'left' | 'absent' | 'absentFor'>>`
    select count(*) filter (where t.state = 'cancelled' and t.ended_at < (t.day + 1)::timestamp at time zone ${ctx.config.TIME_ZONE}::text)::float8 / (count(*) + ${granted}::int) as left,
      count(*) filter (where t.state = 'no_show')::float8 / (count(*) + ${granted}::int) as absent,
      coalesce(avg(t.kept_s) filter (where t.state = 'no_show'), 0)::float8 as "absentFor"
    from counters.centre c join counters.ticket t on t.street = c.place / 1000000 and t.centre = c.no
    where c.no = ${centre}::bigint and t.day > ${today(ctx)}::date - ${week}::int and t.ended_at is not null`.execute(
    ctx.db,
  );
  return rows[0] ?? { left: 0, absent: 0, absentFor: 0 };
}

/** Who booked and has not come; those who are too late for their time stand like anybody, if they come. */
async function selectDue(ctx: Ctx, centre: number): Promise<Due[]> {
  const { bookedAhead, bookedGrace } = await lineRule(ctx);
  const from = new Date(ctx.now.getTime() - bookedGrace * minute);
  const to = new Date(ctx.now.getTime() + bookedAhead * minute);
  const { rows } = await sql<Due>`
    select b.starts_at as at, b.services as left_over from counters.booking b
    where b.centre = ${centre}::bigint and b.day = ${today(ctx)}::date and b.state = 'booked'
      and b.starts_at >= ${from}::timestamptz and b.starts_at <= ${to}::timestamptz`.execute(
    ctx.db,
  );
  return rows;
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
