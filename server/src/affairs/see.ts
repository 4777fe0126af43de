// SPDX-License-Identifier: Apache-2.0
// Which papers somebody may see: whoever applied, and the organisations that work on it.
import { parseRef } from '@lilong/contracts/refs';
import type { Ctx } from '../kernel/ctx.ts';
import { stateMyselfStill } from '../registry/index.ts';
import { selectApplication } from './queries.ts';
import { lookAtAffairs } from './reach.ts';

export async function maySeePaper(ctx: Ctx, { subject }: { subject: string }): Promise<boolean> {
  const key = parseRef('A', subject);
  if (key === undefined || ctx.actor.account === null) return false;
  if (ctx.actor.kind === 'resident') await stateMyselfStill(ctx);
  else await lookAtAffairs(ctx);
  const row = await selectApplication(ctx, key);
  return row !== undefined && (row.can.own === true || row.can.read === true);
}
