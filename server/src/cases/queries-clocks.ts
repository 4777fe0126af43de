// SPDX-License-Identifier: Apache-2.0
// Cases whose clocks the program itself has to move.
import type { RowKey } from '@lilong/contracts/refs';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import type { CaseRow } from './tables.ts';

export const batch = 200;

/** Open cases whose suspension is over. */
export async function lockPausesOver(ctx: Ctx): Promise<CaseRow[]> {
  const { rows } = await sql<CaseRow>`
    select c.* from cases.case c where c.paused_until <= ${ctx.now}::timestamptz and c.ended_at is null
    order by c.paused_until limit ${batch} for update of c skip locked`.execute(ctx.db);
  return rows;
}

/** Open cases with a date that was counted over an assumed day, in the order of their keys. */
export async function lockProvisional(ctx: Ctx, after: RowKey): Promise<CaseRow[]> {
  const { rows } = await sql<CaseRow>`
    select c.* from cases.case c
    where c.ended_at is null and (c.provisional or c.solve_provisional) and (c.street, c.no) > (${after.street}, ${after.no})
    order by c.street, c.no limit ${batch} for update of c`.execute(ctx.db);
  return rows;
}

/** The date stays as it was, and is no longer provisional: nothing that anybody was told has changed. */
export async function settleProvisional(
  ctx: Ctx,
  key: RowKey,
  { provisional, solve_provisional }: Pick<CaseRow, 'provisional' | 'solve_provisional'>,
): Promise<void> {
  await ctx.db
    .updateTable('cases.case')
    .set({ provisional, solve_provisional })
    .where('street', '=', key.street)
    .where('no', '=', key.no)
    .execute();
}
