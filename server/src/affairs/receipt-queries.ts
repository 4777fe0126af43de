// SPDX-License-Identifier: Apache-2.0
// Sheets that were printed. The transaction has stated what it may see; whoever holds a sheet sees what `affairs.followed` tells.
import type { FollowedAffair } from '@lilong/contracts/affair-receipts';
import type { RowKey } from '@lilong/contracts/refs';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import type { ApplicationRow } from './tables.ts';

/** Of one application so many sheets open it; the oldest makes room. */
const mostOfOne = 20;

export async function insertReceipt(
  ctx: Ctx,
  { street, no }: RowKey,
  digest: string,
): Promise<void> {
  await sql`
    insert into affairs.receipt (street, application, digest, at, organisation)
    values (${street}, ${no}, ${digest}, ${ctx.now}::timestamptz, ${ctx.actor.post?.organisation ?? null}::bigint)`.execute(
    ctx.db,
  );
  await sql`
    delete from affairs.receipt where street = ${street} and application = ${no} and no <= (
      select r.no from affairs.receipt r where r.street = ${street} and r.application = ${no}
      order by r.no desc offset ${mostOfOne} limit 1)`.execute(ctx.db);
}

type Dates = 'applied_at' | 'due_at' | 'clock' | 'provisional' | 'deliver_by' | 'asked_until';
export interface FollowedRow
  extends RowKey,
    Pick<ApplicationRow, Dates | 'item_name' | 'item_name_en' | 'state'>,
    Pick<FollowedAffair, 'receiveName' | 'acceptName' | 'decideName' | 'deliverName'> {
  readonly steps: FollowedAffair['timeline'];
}

/** @param days for so long after it is over a sheet still opens it */
export async function selectFollowed(
  ctx: Ctx,
  digests: readonly string[],
  days: number,
): Promise<FollowedRow | undefined> {
  const { rows } = await sql<FollowedRow>`
    select * from affairs.followed(${[...digests]}::text[], ${ctx.now}::timestamptz, ${days}::int)`.execute(
    ctx.db,
  );
  return rows[0];
}

/** What no sheet opens any more is forgotten. The transaction has stated everywhere. */
export async function deleteReceiptsOver(ctx: Ctx, before: Date, most: number): Promise<number> {
  const { rows } = await sql`
    delete from affairs.receipt where (street, no) in (
      select r.street, r.no from affairs.receipt r
      join affairs.application a on a.street = r.street and a.no = r.application
      where a.state in ('not_accepted', 'withdrawn', 'void', 'returned', 'delivered', 'archived')
        and coalesce(a.delivered_at, a.decided_at, a.changed_at) <= ${before}::timestamptz limit ${most})
    returning no`.execute(ctx.db);
  return rows.length;
}
