// SPDX-License-Identifier: Apache-2.0
// For the demonstration: somebody with an account and a matter under way, from whom nothing was collected yet.
import { sql } from 'kysely';
import { lookEverywhere } from '../affairs/index.ts';
import type { Ctx } from '../kernel/ctx.ts';

/** What lacks something goes first. Nobody, where there is a slip already. */
export async function whoWaits(ctx: Ctx): Promise<number | undefined> {
  await lookEverywhere(ctx);
  const { rows } = await sql<{ person: number }>`
    select a.person from affairs.application a
    where a.account is not null and a.turn_org is not null and a.joint is null
      and not exists (select from affairs.paper p where p.door is not null)
    order by a.state <> 'correction', a.no limit 1`.execute(ctx.db);
  return rows[0]?.person;
}
