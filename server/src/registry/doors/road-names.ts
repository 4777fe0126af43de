// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { roadOf } from '../../places/index.ts';
import { doorPolicy } from '../policy.ts';

export interface RoadName {
  readonly road: string;
  /** It is called otherwise now. */
  readonly former: boolean;
}
/** What the roads of the actor's places are called, and were. */
export async function selectRoadNames(ctx: Ctx): Promise<RoadName[]> {
  const { rows } = await sql<RoadName>`
    select ${roadOf} as road, bool_and(a.status = 'former') as former from places.address a
    where a.status <> 'merged' and ${ctx.may(doorPolicy, 'open', 'a')} group by 1 order by 1`.execute(
    ctx.db,
  );
  return rows;
}
