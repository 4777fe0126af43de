// SPDX-License-Identifier: Apache-2.0
import type { PlaceNo } from '@lilong/contracts/shapes';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import type { Spot } from './near.ts';
import type { Waiting } from './order.ts';
import type { CentreFound, InHall } from './queries.ts';

/** A window, as far as a wait has to know it. */
export interface CityWindow {
  readonly no: number;
  readonly services: readonly string[];
  readonly open: boolean;
}
export interface CityHall
  extends Pick<CentreFound, 'no' | 'place' | 'kind' | 'name' | 'address' | 'hours'> {
  readonly districtName: string;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly windows: readonly CityWindow[];
  /** Who is at a window. */
  readonly at: readonly Pick<InHall, 'window' | 'left_over' | 'called_at'>[];
  /** In line today, put aside or not. */
  readonly waiting: readonly Waiting[];
}

type Told = [
  ...[no: number, line: number, leftOver: string[], forWindow: number | null, back: number | null],
];
type ToldAt = [leftOver: string[], called: number | null];
type ToldWindow = [no: number, services: string[], open: boolean, at: ToldAt | null];
type Row = Omit<CityHall, 'windows' | 'at' | 'waiting'> & {
  readonly windows: readonly ToldWindow[] | null;
  readonly waiting: readonly Told[] | null;
};

const mostHalls = 400;
const ms = (column: string) => sql`(extract(epoch from ${sql.ref(column)}) * 1000)::bigint`;

/**
 * All halls, or only these, in the order of their places, with their windows and today's line: one statement. Each part of a
 * hall is found by its index, whatever the planner knows of how full the tables are.
 */
export async function selectHalls(ctx: Ctx, only?: readonly number[]): Promise<CityHall[]> {
  const day = today(ctx);
  const { rows } = await sql<Row>`
    select c.no, c.place, c.kind, c.name, c.address, c.hours, d.name as "districtName", st_x(c.point) as lon, st_y(c.point) as lat,
      (select json_agg(json_build_array(w.no, w.services, w.open, (select json_build_array(t.left_over, ${ms('t.called_at')}) from counters.ticket t
          where w.open and t.street = (c.place / 1000000)::int and t."window" = w.no)) order by w.ordinal)
        from counters."window" w where w.centre = c.no and w.retired_at is null) as windows,
      (select json_agg(json_build_array(t.no, ${ms('t.line_at')}, t.left_over, t.for_window, ${ms('t.back_at')})
          order by t.line_at, t.no)
        from counters.ticket t where t.centre = c.no and t.day = ${day}::date and t.state in ('taken', 'transferred')) as waiting
    from counters.centre c join places.place d on d.no = c.place / 1000000000 * 1000000000
    where c.valid_from <= ${day}::date and (c.valid_to is null or c.valid_to >= ${day}::date)
      and (${only === undefined}::boolean or c.no = any(${[...(only ?? [])]}::bigint[]))
    order by c.place, c.kind, c.no limit ${mostHalls}`.execute(ctx.db);
  return rows.map(({ windows, waiting, ...hall }) => ({
    ...hall,
    windows: (windows ?? []).map(([no, services, open]) => ({ no, services, open })),
    at: (windows ?? []).flatMap(([window, , , there]) =>
      there === null ? [] : [{ window, left_over: there[0], called_at: when(there[1]) }],
    ),
    waiting: (waiting ?? []).map(ticketOf),
  }));
}

const when = (at: number | null): Date | null => (at === null ? null : new Date(at));
const ticketOf = ([no, line, left_over, for_window, back]: Told): Waiting => ({
  ...{ no, left_over, for_window, line_at: new Date(line), back_at: when(back) },
});

/** How long the last ones of every class and hall took, by centre and class; seconds. */
export async function selectAllRecent(
  ctx: Ctx,
  services: readonly string[],
  most: number,
): Promise<Map<string, number[]>> {
  const { rows } = await sql<{ key: string; took: number[] }>`
    select c.no || ' ' || s.service as key, r.took from counters.centre c cross join unnest(${[...services]}::text[]) as s (service)
    cross join lateral (select array_agg(v.took) as took from (select coalesce(kept_s, took_s) as took from counters.served
      where centre = c.no and service = s.service and ended_at <= ${ctx.now}::timestamptz order by ended_at desc limit ${most}) v) r
    where r.took is not null`.execute(ctx.db);
  return new Map(rows.map(({ key, took }) => [key, took]));
}

/** A point in the middle of a place, on it. */
export async function selectMiddle(ctx: Ctx, place: PlaceNo): Promise<Spot | undefined> {
  const { rows } = await sql<Spot>`
    select st_x(p.point) as lon, st_y(p.point) as lat from (
      select st_pointonsurface(geom) as point from places.outline where place = ${place}::bigint limit 1) p`.execute(
    ctx.db,
  );
  return rows[0];
}
