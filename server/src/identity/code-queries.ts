// SPDX-License-Identifier: Apache-2.0
// One-time codes and the messages that carry them.
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import type { Db } from '../kernel/db.ts';

/** When codes went to this number, and to anyone at this address, in the last 24 hours; newest first. */
export async function selectSent(ctx: Ctx, phoneDigest: string, address: string) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${phoneDigest}::text, 0))`.execute(
    ctx.db,
  );
  const since = new Date(ctx.now.getTime() - 24 * 3_600_000);
  const rows = await ctx.db
    .selectFrom('identity.code')
    .where((where) =>
      where.or([where('phone_digest', '=', phoneDigest), where('address', '=', address)]),
    )
    .where('sent_at', '>', since)
    .select(['phone_digest', 'address', 'sent_at'])
    .orderBy('sent_at', 'desc')
    .limit(500)
    .execute();
  return {
    toNumber: rows.filter((row) => row.phone_digest === phoneDigest).map((row) => row.sent_at),
    fromAddress: rows.filter((row) => row.address === address).map((row) => row.sent_at),
  };
}

export async function insertCode(
  ctx: Ctx,
  row: { phone_digest: string; code_hash: string; address: string },
  endsAt: Date,
): Promise<void> {
  await ctx.db
    .insertInto('identity.code')
    .values({ ...row, sent_at: ctx.now, ends_at: endsAt })
    .execute();
}

/** The newest code of a number. Taking the row lets two tries at once count as two. */
export async function lockNewestCode(ctx: Ctx, phoneDigest: string) {
  return ctx.db
    .selectFrom('identity.code')
    .where('phone_digest', '=', phoneDigest)
    .select(['code_hash', 'sent_at', 'ends_at', 'tries', 'used'])
    .orderBy('sent_at', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
}

export async function markCode(
  ctx: Ctx,
  phoneDigest: string,
  sentAt: Date,
  mark: { tries?: number; used?: boolean },
): Promise<void> {
  await ctx.db
    .updateTable('identity.code')
    .set(mark)
    .where('phone_digest', '=', phoneDigest)
    .where('sent_at', '=', sentAt)
    .execute();
}

/** The resident with this number; made on first sign-in. */
export async function findOrMakeResident(
  ctx: Ctx,
  phoneDigest: string,
  phoneSealed: string,
): Promise<number> {
  const found = await ctx.db
    .selectFrom('identity.account')
    .where('phone_digest', '=', phoneDigest)
    .where('ended_at', 'is', null)
    .select('no')
    .executeTakeFirst();
  if (found !== undefined) return found.no;
  const made = await ctx.db
    .insertInto('identity.account')
    .values({
      kind: 'resident',
      login: null,
      name: '',
      password_hash: null,
      phone_sealed: phoneSealed,
      phone_digest: phoneDigest,
      committee: null,
      locked_until: null,
      made_at: ctx.now,
      ended_at: null,
    })
    .returning('no')
    .executeTakeFirstOrThrow();
  return made.no;
}

export async function insertMessage(ctx: Ctx, sealed: string, endsAt: Date): Promise<number> {
  const { no } = await ctx.db
    .insertInto('identity.message')
    .values({ sealed, made_at: ctx.now, ends_at: endsAt })
    .returning('no')
    .executeTakeFirstOrThrow();
  return no;
}

/** A message that is still of use. */
export async function selectMessage(db: Db, no: number, now: Date): Promise<string | undefined> {
  const row = await db
    .selectFrom('identity.message')
    .where('no', '=', no)
    .where('ends_at', '>', now)
    .select('sealed')
    .executeTakeFirst();
  return row?.sealed;
}
export async function deleteMessage(db: Db, no: number): Promise<void> {
  await db.deleteFrom('identity.message').where('no', '=', no).execute();
}

/** Throws away what is over: sessions, day-old codes, messages that came too late. */
export async function sweep(db: Db, now: Date): Promise<void> {
  const dayAgo = new Date(now.getTime() - 24 * 3_600_000);
  await db.deleteFrom('identity.session').where('ends_at', '<', now).execute();
  await db.deleteFrom('identity.code').where('sent_at', '<', dayAgo).execute();
  await db.deleteFrom('identity.message').where('ends_at', '<', now).execute();
}
