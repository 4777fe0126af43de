// SPDX-License-Identifier: Apache-2.0
import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';

/** Names of the grids that hold `point`, in force today, within a statement of one's own. Without a point none. */
export function gridNamesAt(ctx: Ctx, point: Expression<unknown>): RawBuilder<string[]> {
  return sql<
    string[]
  >`(select coalesce(jsonb_agg(g.name order by g.kind, g.no), '[]') from places.grid g
    where st_intersects(g.geom, ${point})
      and g.valid_from <= ${today(ctx)}::date and (g.valid_to is null or g.valid_to >= ${today(ctx)}::date))`;
}
