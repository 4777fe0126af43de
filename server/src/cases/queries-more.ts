// SPDX-License-Identifier: Apache-2.0
// Statements of what is added to a report by whoever said it.
import type { RowKey } from '@lilong/contracts/refs';
import type { Ctx } from '../kernel/ctx.ts';

/** The number of the report that opened `bornIn`: the case itself, or one that was merged into it. */
export async function selectBornIn(
  ctx: Ctx,
  key: RowKey,
  bornIn: number,
): Promise<number | undefined> {
  const found = await ctx.db
    .selectFrom('cases.report')
    .select('no')
    .where('street', '=', key.street)
    .where('case_no', '=', key.no)
    .where('born_in', '=', bornIn)
    .where('me_too', '=', false)
    .executeTakeFirst();
  return found?.no;
}

/** The number of the last entry of a case's flow log, which its version counts. */
export async function selectFlowNo(
  ctx: Ctx,
  { street, no, version }: RowKey & { readonly version: number },
): Promise<number> {
  const found = await ctx.db
    .selectFrom('cases.flow')
    .select('no')
    .where('street', '=', street)
    .where('case_no', '=', no)
    .where('step', '=', version)
    .executeTakeFirstOrThrow();
  return found.no;
}
