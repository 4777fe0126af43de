// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { runLater } from '../../kernel/pipelined.ts';
import { doorPolicy } from '../policy.ts';
import { multirange } from '../reach.ts';

/** Asks permission, and states for the rest of the transaction whose doors the post acted as reads, and whose it keeps. */
export async function lookAtDoors(ctx: Ctx, to: 'open' | 'keep'): Promise<void> {
  ctx.requireEver(doorPolicy, to);
  const ranges = multirange(ctx.actor.post?.ranges ?? []);
  const kept = to === 'keep' ? ranges : '';
  await runLater(
    ctx.db,
    sql`select set_config('lilong.doors', ${ranges}, true), set_config('lilong.doors_kept', ${kept}, true)`,
  );
}
