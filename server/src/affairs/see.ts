// SPDX-License-Identifier: Apache-2.0
// Which papers somebody may see: whoever applied, the organisations that work on it or on the part that needs it, and
// those to whose matter it was lent.
import { parseRef, type RowKey } from '@lilong/contracts/refs';
import type { Ctx } from '../kernel/ctx.ts';
import { actingStill, stateActingStill, stateMyselfStill } from '../registry/index.ts';
import { isLent } from './consent-queries.ts';
import { isOfPart, selectApplication } from './queries.ts';
import { lookAtAffairs } from './reach.ts';

export async function maySeePaper(
  ctx: Ctx,
  { no, subject }: { no: number; subject: string },
): Promise<boolean> {
  const key = parseRef('A', subject);
  if (key === undefined || ctx.actor.account === null) return false;
  if (ctx.actor.kind === 'resident') await stateMyselfStill(ctx);
  else await lookAtAffairs(ctx);
  const row = await selectApplication(ctx, key);
  if (row !== undefined && (row.can.own === true || row.can.read === true)) return true;
  if (ctx.actor.kind === 'resident') return mayHelperSee(ctx, key);
  return (await isOfPart(ctx, key, no)) || isLent(ctx, subject, no);
}

/** A helper sees the pictures of the matters that a mandate covers, as long as it holds. */
async function mayHelperSee(ctx: Ctx, key: RowKey): Promise<boolean> {
  for (const mandate of await actingStill(ctx)) {
    await stateActingStill(ctx, mandate);
    if ((await selectApplication(ctx, key))?.can.own === true) return true;
  }
  return false;
}
