// SPDX-License-Identifier: Apache-2.0
import type { superviseCase } from '@lilong/contracts/case-work';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { caseKey } from './keys.ts';
import { writeStep } from './queries.ts';
import { lockOpen } from './standing.ts';
import { announceToAll } from './tell.ts';

/** Presses for a case (督办). It looks at the case, never at a person. */
export async function supervise(
  ctx: Ctx,
  { ref, kind, words }: InputOf<typeof superviseCase>,
): Promise<ReplyOf<typeof superviseCase>> {
  const row = await lockOpen(ctx, 'supervise', caseKey(ref));
  const step = { move: 'supervise', kind: 'note', words, facts: { kind } } as const;
  await writeStep(ctx, row, { supervised: true }, step);
  await announceToAll(ctx, row, 'supervise', { kind });
  return { done: true };
}
