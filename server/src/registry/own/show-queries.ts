// SPDX-License-Identifier: Apache-2.0
// Codes that say who shows them.
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';

export interface NewShown {
  readonly account: number;
  readonly person: number;
  readonly digest: Buffer;
  readonly number: Buffer;
  readonly until: Date;
}
/** False when somebody else has the same digits just now. What is over makes room; an account's newest code is the only one. */
export async function insertShown(ctx: Ctx, made: NewShown): Promise<boolean> {
  await sql`delete from registry.shown_code where account = ${made.account}::bigint or ends_at <= ${ctx.now}::timestamptz`.execute(
    ctx.db,
  );
  const { rows } = await sql`
    insert into registry.shown_code (account, person, digest, number, ends_at)
    values (${made.account}::bigint, ${made.person}::bigint, ${made.digest}, ${made.number}, ${made.until}::timestamptz)
    on conflict do nothing returning account`.execute(ctx.db);
  return rows.length > 0;
}

/** Whose code it is; taken, so that it says so once. */
export async function takeShown(
  ctx: Ctx,
  shown: Buffer,
): Promise<{ account: number; person: number } | undefined> {
  const { rows } = await sql<{ account: number; person: number }>`
    delete from registry.shown_code where (digest = ${shown} or number = ${shown}) and ends_at > ${ctx.now}::timestamptz
    returning account, person`.execute(ctx.db);
  return rows[0];
}

export async function selectShownUntil(ctx: Ctx, account: number): Promise<Date | undefined> {
  const { rows } = await sql<{ ends_at: Date }>`
    select ends_at from registry.shown_code where account = ${account}::bigint and ends_at > ${ctx.now}::timestamptz`.execute(
    ctx.db,
  );
  return rows[0]?.ends_at;
}
