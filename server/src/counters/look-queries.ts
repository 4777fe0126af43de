// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import type { Waiting } from './order.ts';
import { inForce } from './queries.ts';
import type { CentreRow, WindowRow } from './tables.ts';

/** So many in line want the same. */
export interface Kind extends Pick<Waiting, 'left_over' | 'for_window'> {
  /** All of them, and those who stand before whoever comes now with priority. */
  readonly all: number;
  readonly first: number;
}
type OfWindow = Pick<WindowRow, 'no' | 'name' | 'services' | 'open'>;
export interface LookFound {
  readonly centre: Pick<CentreRow, 'no' | 'organisation' | 'place' | 'name' | 'address' | 'hours'>;
  readonly windows: readonly OfWindow[];
  /** Put aside or not yet back ones are left out. */
  readonly line: readonly Kind[];
}

/** Halls with their windows, and how many are in today's line for what; those that are not there are left out. */
export async function selectLooks(
  ctx: Ctx,
  centres: readonly number[],
  priorityAhead: number,
): Promise<LookFound[]> {
  if (centres.length === 0) return [];
  const day = today(ctx);
  const first = new Date(ctx.now.getTime() - priorityAhead * 60_000);
  type Row = LookFound['centre'] & Omit<LookFound, 'centre'>;
  const { rows } = await sql<Row>`
    select c.no, c.organisation, c.place, c.name, c.address, c.hours,
      coalesce((select json_agg(json_build_object('no', w.no, 'name', w.name, 'services', w.services, 'open', w.open) order by w.ordinal)
        from counters."window" w where w.centre = c.no and w.retired_at is null), '[]') as windows,
      coalesce((select json_agg(json_build_object('left_over', k.left_over, 'for_window', k.for_window, 'all', k.all, 'first', k.first))
        from (select t.left_over, t.for_window, count(*) filter (where t.line_at <= ${ctx.now}::timestamptz) as "all",
            count(*) filter (where t.line_at <= ${first}::timestamptz) as first
          from counters.ticket t where t.centre = c.no and t.day = ${day}::date and t.state in ('taken', 'transferred')
            and (t.back_at is null or t.back_at <= ${ctx.now}::timestamptz) group by 1, 2) k), '[]') as line
    from counters.centre c where ${inForce(day)} and c.no = any(${[...centres]}::bigint[])`.execute(
    ctx.db,
  );
  return rows.map(({ windows, line, ...centre }) => ({ centre, windows, line }));
}
