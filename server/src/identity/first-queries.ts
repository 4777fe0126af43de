// SPDX-License-Identifier: Apache-2.0
import type { Role } from '@lilong/contracts/identity';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { insertPost } from './staff-queries.ts';

/** Asked by one at a time, so that two beginnings do not both find nobody. */
export async function isAnyStaffThere(ctx: Ctx): Promise<boolean> {
  await sql`lock table identity.account in share row exclusive mode`.execute(ctx.db);
  const found = await ctx.db
    .selectFrom('identity.account')
    .where('kind', '=', 'staff')
    .select('no')
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

export interface FirstRow {
  readonly login: string;
  readonly name: string;
  readonly kept: string;
  readonly role: Role;
  readonly organisation: number;
  readonly place: number;
}
/** An account with a one-time password and the post that nobody could have approved yet. */
export async function insertFirst(ctx: Ctx, row: FirstRow): Promise<number> {
  const { no } = await ctx.db
    .insertInto('identity.account')
    .values({
      kind: 'staff',
      login: row.login,
      name: row.name,
      password_hash: row.kept,
      phone_sealed: null,
      phone_digest: null,
      committee: null,
      locked_until: null,
      must_change: true,
      made_at: ctx.now,
      ended_at: null,
    })
    .returning('no')
    .executeTakeFirstOrThrow();
  const { role, organisation, place } = row;
  await insertPost(
    ctx.db,
    {
      account: no,
      organisation,
      role,
      places: [place],
      status: 'approved',
      validFrom: ctx.now,
      validTo: null,
      proposedBy: null,
    },
    ctx.now,
  );
  return no;
}
