// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';

export interface PaceFound {
  /** Seconds for which the last ones of each class kept a window. */
  readonly recent: readonly [service: string, took: number[]][];
  /** Of those who took a number this week: who gave it up, who did not come when called, and the seconds a window awaited them. */
  readonly left: number;
  readonly absent: number;
  readonly absentFor: number;
  /** With priority, in an hour: as they came in the next half hour on the days of the week before that were like this one. */
  readonly first: readonly [service: string, rate: number][];
  /** Windows that are usually open, by quarters of the hour. */
  readonly open: readonly [quarter: number, windows: number][];
}
interface Asked {
  readonly services: readonly string[];
  /** Of each class. */
  readonly most: number;
  /** Today is worked. */
  readonly works: boolean;
}

const week = 7; // days
/** So many who were served are taken for granted: one of three who left is no third. */
const granted = 20;
const halfHour = 30; // minutes

/** How it went in a hall lately, as one statement. Who was sent home at night did not give up. */
export async function selectPace(
  ctx: Ctx,
  centre: number,
  { services, most, works }: Asked,
): Promise<PaceFound> {
  const day = today(ctx);
  const since = sql`(t.taken_at - (t.day - ${day}::date) * interval '1 day')`; // as if it were today
  const { rows } = await sql<PaceFound>`
    with own as (
      select t.day, t.state, t.services, t.priority, t.kept_s, t.ended_at, ${since} as at
      from counters.centre c join counters.ticket t on t.street = c.place / 1000000 and t.centre = c.no
      where c.no = ${centre}::bigint and t.day >= ${day}::date - ${week}::int
    ), ended as (
      select count(*) filter (where state = 'cancelled' and ended_at < (day + 1)::timestamp at time zone ${ctx.config.TIME_ZONE}::text)::float8
          / (count(*) + ${granted}::int) as left,
        count(*) filter (where state = 'no_show')::float8 / (count(*) + ${granted}::int) as absent,
        coalesce(avg(kept_s) filter (where state = 'no_show'), 0)::float8 as "absentFor"
      from own where ended_at is not null
    ), like_today as (
      select * from own where day < ${day}::date and (extract(isodow from day) > 5) = (extract(isodow from ${day}::date) > 5)
    ), firsts as (
      select services[1] as service, count(*)::float8 * ${60 / halfHour}::int / (select count(distinct day) from like_today) as rate
      from like_today where priority is not null and at >= ${ctx.now}::timestamptz
        and at < ${ctx.now}::timestamptz + ${halfHour}::int * interval '1 minute' group by 1
    )
    select e.left, e.absent, e."absentFor",
      coalesce((select json_agg(json_build_array(f.service, f.rate)) from firsts f), '[]') as first,
      coalesce((select json_agg(json_build_array(u.quarter, u.windows)) from counters.usual_open u
        where u.centre = ${centre}::bigint and u.works = ${works}::boolean), '[]') as open,
      coalesce((select json_agg(json_build_array(s.service, r.took)) from unnest(${[...services]}::text[]) as s (service)
        cross join lateral (select json_agg(v.took) as took from (select coalesce(kept_s, took_s) as took from counters.served
          where centre = ${centre}::bigint and service = s.service and ended_at <= ${ctx.now}::timestamptz
          order by ended_at desc limit ${most}) v) r where r.took is not null), '[]') as recent
    from ended e`.execute(ctx.db);
  const [found] = rows;
  if (found === undefined) throw new Error('an aggregate is one row');
  return found;
}
