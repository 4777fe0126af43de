// SPDX-License-Identifier: Apache-2.0
import type { saveHotlineReply } from '@lilong/contracts/case-work';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { caseKey } from './keys.ts';
import { announce, lockCase } from './queries.ts';
import { upsertHotline } from './queries-office.ts';

type Form = InputOf<typeof saveHotlineReply>['reply'];

/** Saves 12345's reply form. It may be filled in little by little; what was claimed must be named. */
export async function saveHotline(
  ctx: Ctx,
  { ref, reply }: InputOf<typeof saveHotlineReply>,
): Promise<ReplyOf<typeof saveHotlineReply>> {
  const row = await lockCase(ctx, 'take_call', caseKey(ref));
  const missing = missingIn(reply);
  if (missing !== undefined)
    throw new Refusal('input.invalid', { field: missing, rule: 'required' }, missing);
  await upsertHotline(ctx, row, reply);
  announce(ctx, row, 'hotline');
  return { done: true };
}

/** Who says that the caller was contacted names whom and when; who did not says why. */
function missingIn(form: Form): keyof Form | undefined {
  const needed = form.contactedFirst
    ? (['contactedAt', 'contactPerson'] as const)
    : (['notContactedReason'] as const);
  return needed.find((field) => (form[field] ?? '') === '');
}
