// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';

export interface BindingRow {
  no: number;
  person: number;
  account: number;
  phone_digest: string;
  from_at: Date;
  used_at: Date;
}
const columns = ['no', 'person', 'account', 'phone_digest', 'from_at', 'used_at'] as const;

/** The binding that holds, of the actor's account. */
export async function selectOwnBinding(ctx: Ctx): Promise<BindingRow | undefined> {
  return ctx.db
    .selectFrom('registry.binding')
    .select(columns)
    .where('account', '=', ctx.actor.account)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

/** The binding that holds, of a person. */
export async function selectBindingOf(ctx: Ctx, person: number): Promise<BindingRow | undefined> {
  return ctx.db
    .selectFrom('registry.binding')
    .select(columns)
    .where('person', '=', person)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

export interface CodeRow {
  person: number;
  given_by: number;
  given_post: number;
}
/** Codes that wait and are this one: two only if chance wills it. */
export async function selectCodes(ctx: Ctx, digest: Buffer): Promise<CodeRow[]> {
  return ctx.db
    .selectFrom('registry.binding_code')
    .select(['person', 'given_by', 'given_post'])
    .where('digest', '=', digest)
    .where('until_at', '>', ctx.now)
    .limit(2)
    .forUpdate()
    .execute();
}

export async function putCode(
  { db, actor: { account, post } }: Ctx,
  { person, digest, until }: { person: number; digest: Buffer; until: Date },
): Promise<void> {
  await sql`
    insert into registry.binding_code (person, digest, given_by, given_post, until_at)
    values (${person}, ${digest}, ${account}, ${post?.no ?? null}, ${until})
    on conflict (person) do update set digest = excluded.digest, given_by = excluded.given_by,
      given_post = excluded.given_post, until_at = excluded.until_at`.execute(db);
}

export async function deleteCode(ctx: Ctx, person: number): Promise<void> {
  await ctx.db.deleteFrom('registry.binding_code').where('person', '=', person).execute();
}

export async function insertBinding(
  { db, now }: Ctx,
  { phone, ...row }: CodeRow & { account: number; phone: string },
): Promise<void> {
  await db
    .insertInto('registry.binding')
    .values({ ...row, phone_digest: phone, from_at: now, used_at: now })
    .execute();
}

export async function touchBinding({ db, now }: Ctx, no: number): Promise<void> {
  await db.updateTable('registry.binding').set({ used_at: now }).where('no', '=', no).execute();
}

export async function endBinding(
  { db, now }: Ctx,
  no: number,
  why: 'self' | 'office' | 'phone' | 'unused',
): Promise<void> {
  await db
    .updateTable('registry.binding')
    .set({ ended_at: now, ended_why: why })
    .where('no', '=', no)
    .execute();
}
