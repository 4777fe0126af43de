// SPDX-License-Identifier: Apache-2.0
import type { releaseCase } from '@lilong/contracts/case-work';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { caseKey } from './keys.ts';
import { announce, lockCase, writeStep } from './queries.ts';

/**
 * Lets others see words or photos of a case, after looking at them; or takes that back.
 *
 * @throws {Refusal} auth.denied when the category lets nobody else see its cases at all
 */
export async function release(
  ctx: Ctx,
  { ref, words, photos }: InputOf<typeof releaseCase>,
): Promise<ReplyOf<typeof releaseCase>> {
  const row = await lockCase(ctx, 'release', caseKey(ref));
  if (!row.others_may_see && (words || photos))
    throw new Refusal('auth.denied', { action: 'release' });
  await writeStep(
    ctx,
    row,
    { released_words: words, released_photos: photos },
    { move: 'release', kind: 'note', facts: { words, photos } },
  );
  announce(ctx, row, 'release', { words, photos });
  return { done: true };
}
