// SPDX-License-Identifier: Apache-2.0
import { Refusal } from '@lilong/contracts/refusals';
import type { revealValue } from '@lilong/contracts/registry';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { checkPurpose, logAccess } from './access.ts';
import { selectKeys } from './card-queries.ts';
import { lookAs } from './reach.ts';
import { openValue } from './sealed.ts';
import { requirePerson } from './ties/stand-aside.ts';

/** Opens one number of a person for a stated purpose. */
export async function reveal(
  ctx: Ctx,
  { person, element, nth = 0, purpose }: InputOf<typeof revealValue>,
): Promise<ReplyOf<typeof revealValue>> {
  await lookAs(ctx);
  await requirePerson(ctx, 'reveal', person);
  await checkPurpose(ctx, purpose);
  const key = (await selectKeys(ctx, person)).filter(({ kind }) => kind === element)[nth];
  if (key === undefined) throw new Refusal('found.nothing', { what: element }, 'element');
  await logAccess(ctx, { person, act: 'reveal', elements: [element], purpose });
  return { value: openValue(ctx.keys, key.sealed) };
}
