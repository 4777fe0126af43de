// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Ctx } from './ctx.ts';

/**
 * Whether the post acted as holds all that this deployment administers: no administrator has a place
 * outside it. In a city that is the city's, in a town that runs its own deployment the town's.
 */
export async function actsForAll(ctx: Ctx): Promise<boolean> {
  const { post } = ctx.actor;
  if (post === null) return false;
  const within = post.ranges.map(
    ({ first, last }) => sql`place between ${first}::bigint and ${last}::bigint`,
  );
  const { rows } = await sql<{ all: boolean }>`
    select not exists (
      select from identity.post p, unnest(p.places) as place
      where p.role in ('system_admin', 'safety_admin', 'auditor') and p.status = 'approved'
        and p.valid_from <= ${ctx.now}::timestamptz and (p.valid_to is null or p.valid_to > ${ctx.now}::timestamptz)
        and not (${sql.join(within, sql` or `)})) as all`.execute(ctx.db);
  return rows[0]?.all === true;
}
