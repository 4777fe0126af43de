// SPDX-License-Identifier: Apache-2.0
import type { undoMove } from '@lilong/contracts/case-work';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { takenBack } from './before.ts';
import { caseKey } from './keys.ts';
import { undoSeconds } from './move.ts';
import { lockCase, writeStep } from './queries.ts';
import { selectLastStep } from './queries-acts.ts';
import { announceToAll, changeFacts } from './tell.ts';

/** Takes back my own last move within a minute, when nothing happened since. A merge is taken back by unmerging. */
export async function undoLast(
  ctx: Ctx,
  { ref }: InputOf<typeof undoMove>,
): Promise<ReplyOf<typeof undoMove>> {
  const key = caseKey(ref);
  const row = await lockCase(ctx, 'undo', key);
  const last = await selectLastStep(ctx, key);
  const since = ctx.now.getTime() - undoSeconds * 1000;
  const mine = last !== undefined && last.by_account === ctx.actor.account;
  if (!mine || last.before === null || last.at.getTime() < since || row.merged_into !== null)
    throw new Refusal('cases.undo-over', { ref });
  const patch = takenBack(row, last.before, ctx.now);
  const after = { ...row, ...patch };
  const version = await writeStep(ctx, row, patch, {
    move: 'undo',
    kind: 'revoke',
    facts: { undone: last.move },
  });
  const organisations = row.organisation === null ? [] : [row.organisation];
  await announceToAll(ctx, after, 'undo', changeFacts(row, after), organisations);
  return { state: after.state, version };
}
