// SPDX-License-Identifier: Apache-2.0
import type { saveHotlineReply } from '@lilong/contracts/case-work';
import type { HotlineReply } from '@lilong/contracts/hotline';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { caseKey } from './keys.ts';
import { announce, lockCase, writeStep } from './queries.ts';
import { upsertHotline } from './queries-office.ts';

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
  await writeStep(ctx, row, {}, { move: 'hotline', kind: 'note' });
  announce(ctx, row, 'hotline');
  return { done: true };
}

type Field = keyof HotlineReply;

/** What has to be said once something else was. */
function missingIn(form: HotlineReply): Field | undefined {
  const isBlank = (field: Field): boolean => (form[field] ?? '') === '';
  return neededIn(form).find(isBlank);
}
function neededIn(form: HotlineReply): Field[] {
  const { contactedFirst, satisfaction, answerMeans, answeredAt } = form;
  const { illegalBuildingKind: kind, illegalBuildingM2: m2 } = form;
  const needed: Field[] = contactedFirst
    ? ['contactedAt', 'contactPerson']
    : ['notContactedReason'];
  if (satisfaction === 'unsatisfied') needed.push('unsatisfiedReason');
  if (answerMeans !== null || answeredAt !== null) needed.push('answerMeans', 'answeredAt');
  if ((kind ?? '') !== '' || m2 !== null) needed.push('illegalBuildingKind', 'illegalBuildingM2');
  return needed;
}
