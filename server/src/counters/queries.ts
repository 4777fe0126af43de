// SPDX-License-Identifier: Apache-2.0

import { placeRange } from '@lilong/contracts/place-no';
import type { PlaceNo } from '@lilong/contracts/shapes';
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import type { CentreRow, TicketRow, WindowRow } from './tables.ts';

export interface CentreFound extends CentreRow {
  readonly districtName: string;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly waiting: number;
  readonly openWindows: number;
}

const mostCentres = 300;

async function selectWhere(ctx: Ctx, where: Expression<SqlBool>): Promise<CentreFound[]> {
  const { rows } = await sql<CentreFound>`
    select c.no, c.organisation, c.place, c.kind, c.name, c.address, c.phone, c.hours, c.spoken, c.equipment, c.generated, c.source,
      c.valid_from, c.valid_to, d.name as "districtName", st_x(c.point) as lon, st_y(c.point) as lat,
      (select count(*)::int from counters.ticket t where t.centre = c.no and t.day = ${today(ctx)}::date
        and t.state in ('taken', 'transferred')) as waiting,
      (select count(*)::int from counters."window" w where w.centre = c.no and w.open) as "openWindows"
    from counters.centre c join places.place d on d.no = c.place / 1000000000 * 1000000000
    where c.valid_from <= ${today(ctx)}::date and (c.valid_to is null or c.valid_to >= ${today(ctx)}::date) and ${where}
    order by c.place, c.kind, c.no limit ${mostCentres}`.execute(ctx.db);
  return rows;
}

export function selectCentres(
  ctx: Ctx,
  { place, q }: { place?: PlaceNo | undefined; q?: string | undefined },
): Promise<CentreFound[]> {
  const { first, last } =
    place === undefined ? { first: 0, last: Number.MAX_SAFE_INTEGER } : placeRange(place);
  return selectWhere(
    ctx,
    sql<SqlBool>`c.place between ${first}::bigint and ${last}::bigint
      and (${q ?? null}::text is null or strpos(c.name || c.address || d.name, ${q ?? ''}::text) > 0)`,
  );
}

export async function selectCentre(ctx: Ctx, centre: number): Promise<CentreFound | undefined> {
  return (await selectWhere(ctx, sql<SqlBool>`c.no = ${centre}::bigint`))[0];
}

/** Halls that the post may look at; its own first. */
export async function selectDesks(
  ctx: Ctx,
  may: Expression<SqlBool>,
): Promise<{ no: number; name: string }[]> {
  const { rows } = await sql<{ no: number; name: string }>`
    select c.no, c.name from counters.centre c where ${may}
    order by c.organisation = ${ctx.actor.post?.organisation ?? 0}::bigint desc, c.no`.execute(
    ctx.db,
  );
  return rows;
}

export function selectWindows(ctx: Ctx, centre: number): Promise<WindowRow[]> {
  return ctx.db
    .selectFrom('counters.window')
    .selectAll()
    .where('centre', '=', centre)
    .where('retired_at', 'is', null)
    .orderBy('ordinal')
    .execute();
}

/** Tickets of today in a hall that are in line or at a window, and those that missed their calls. */
export async function selectHall(ctx: Ctx, centre: number): Promise<TicketRow[]> {
  const rows = await ctx.db
    .selectFrom('counters.ticket')
    .selectAll()
    .where('centre', '=', centre)
    .where('day', '=', today(ctx))
    .where('state', 'in', ['taken', 'transferred', 'called', 'serving', 'no_show'])
    .execute();
  return rows;
}

/** Seconds that the last ones of each class took in a hall. */
export async function selectRecent(
  ctx: Ctx,
  centre: number,
  services: readonly string[],
  most: number,
): Promise<Map<string, number[]>> {
  const { rows } = await sql<{ service: string; took: number }>`
    select s.service, r.took_s as took from unnest(${[...services]}::text[]) as s (service)
    cross join lateral (select took_s from counters.served v where v.centre = ${centre}::bigint and v.service = s.service
      and v.ended_at <= ${ctx.now}::timestamptz order by v.ended_at desc limit ${most}) r`.execute(
    ctx.db,
  );
  const found = Map.groupBy(rows, ({ service }) => service);
  return new Map([...found].map(([service, own]) => [service, own.map(({ took }) => took)]));
}
