// SPDX-License-Identifier: Apache-2.0
import type { revealContact } from '@lilong/contracts/case-work';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import type { Ctx } from '../kernel/ctx.ts';
import { caseKey, reportKey, reportRef } from './keys.ts';
import { contactOf } from './page.ts';
import { lockCase } from './queries.ts';
import { selectReport } from './queries-acts.ts';

/** Opens a reporter's name and phone for a stated purpose. The audit keeps the purpose, and the reporter reads it in the timeline. */
export async function reveal(
  ctx: Ctx,
  { ref, report, purpose }: InputOf<typeof revealContact>,
): Promise<ReplyOf<typeof revealContact>> {
  const row = await lockCase(ctx, 'reveal', caseKey(ref));
  const said = await selectReport(ctx, reportKey(report));
  if (said?.street !== row.street || said.case_no !== row.no || said.withdrawn)
    throw new Refusal('found.nothing', { what: 'report' }, 'report');
  ctx.note({ act: 'case.contact', subject: reportRef(said), place: row.place, purpose });
  return contactOf(ctx, said);
}
