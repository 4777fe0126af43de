// SPDX-License-Identifier: Apache-2.0
// Statements of overdue appeals.
import type { RowKey } from '@lilong/contracts/refs';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';

export interface Appeal {
  readonly status: 'asked' | 'reviewed' | 'granted' | 'refused';
  readonly reviewers: readonly number[];
}

export async function selectAppeal(ctx: Ctx, key: RowKey): Promise<Appeal | undefined> {
  return ctx.db
    .selectFrom('cases.appeal')
    .select(['status', 'reviewers'])
    .where('street', '=', key.street)
    .where('case_no', '=', key.no)
    .executeTakeFirst();
}

export async function insertAppeal(ctx: Ctx, key: RowKey, reason: string): Promise<void> {
  await ctx.db
    .insertInto('cases.appeal')
    .values({
      street: key.street,
      case_no: key.no,
      reason,
      asked_at: ctx.now,
      asked_by: ctx.actor.account ?? 0, // staff: the policy asks for a post
    })
    .execute();
}

export async function saveReview(
  ctx: Ctx,
  key: RowKey,
  { status, account, reason }: { status: Appeal['status']; account: number; reason: string },
): Promise<void> {
  await sql`
    update cases.appeal set status = ${status}, reviewers = reviewers || ${account}::bigint, reviews = reviews || ${reason}::text
    where street = ${key.street} and case_no = ${key.no}`.execute(ctx.db);
}
