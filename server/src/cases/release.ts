// SPDX-License-Identifier: Apache-2.0
import type { releaseCase } from '@lilong/contracts/case-work';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { caseKey } from './keys.ts';
import { announce, lockCase, writeStep } from './queries.ts';
import { checkVersion } from './standing.ts';

/**
 * Lets others see words or photos of a case, after looking at them; or takes that back. What is not there yet
 * cannot be released beforehand.
 *
 * @throws {Refusal} auth.denied when the category lets nobody else see its cases at all; cases.changed when
 *   something came in since they were looked at
 */
export async function release(
  ctx: Ctx,
  { ref, version, ...wanted }: InputOf<typeof releaseCase>,
): Promise<ReplyOf<typeof releaseCase>> {
  const row = await lockCase(ctx, 'release', caseKey(ref));
  if (!row.others_may_see && (wanted.words || wanted.photos))
    throw new Refusal('auth.denied', { action: 'release' });
  await checkVersion(ctx, row, version);
  const words = wanted.words && row.title !== null;
  const photos = wanted.photos && row.photo !== null;
  await writeStep(
    ctx,
    row,
    { released_words: words, released_photos: photos },
    { move: 'release', kind: 'note', facts: { words, photos } },
  );
  announce(ctx, row, 'release', { words, photos });
  return { done: true };
}
