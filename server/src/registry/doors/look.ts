// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { runLater } from '../../kernel/pipelined.ts';
import { doorPolicy } from '../policy.ts';
import { multirange } from '../reach.ts';

/** Asks permission, and states for the rest of the transaction over which places the post acted as has doors. */
export async function lookAtDoors(ctx: Ctx, to: 'open' | 'keep'): Promise<void> {
  ctx.requireEver(doorPolicy, to);
  await runLater(
    ctx.db,
    sql`select set_config('lilong.doors', ${multirange(ctx.actor.post?.ranges ?? [])}, true)`,
  );
}
