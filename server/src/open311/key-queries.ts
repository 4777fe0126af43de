// SPDX-License-Identifier: Apache-2.0
import type { RowKey } from '@lilong/contracts/refs';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';

/** A key as a request meets it. */
export interface KeyRow {
  readonly no: number;
  readonly mayRead: boolean;
  readonly mayReport: boolean;
  readonly ended: boolean;
}

export function selectKey(ctx: Ctx, hash: string): Promise<KeyRow | undefined> {
  return ctx.db
    .selectFrom('open311.api_key')
    .where('key_hash', '=', hash)
    .select(['no', 'may_read as mayRead', 'may_report as mayReport'])
    .select((row) => row('ended_at', 'is not', null).$castTo<boolean>().as('ended'))
    .executeTakeFirst();
}

export async function insertKey(
  ctx: Ctx,
  key: {
    name: string;
    contactSealed: string | null;
    hash: string;
    mayRead: boolean;
    mayReport: boolean;
  },
): Promise<number> {
  const { no } = await ctx.db
    .insertInto('open311.api_key')
    .values({
      name: key.name,
      contact_sealed: key.contactSealed,
      key_hash: key.hash,
      may_read: key.mayRead,
      may_report: key.mayReport,
      created_at: ctx.now,
      ended_at: null,
    })
    .returning('no')
    .executeTakeFirstOrThrow();
  return no;
}

/** The row of the demonstration's key, made when the first request needs it. */
export async function insertDemoKey(ctx: Ctx, name: string, hash: string): Promise<number> {
  const { rows } = await sql<{ no: number }>`
    insert into open311.api_key (name, key_hash, may_read, may_report, created_at)
    values (${name}, ${hash}, true, true, ${ctx.now}::timestamptz)
    on conflict (key_hash) do update set name = excluded.name returning no`.execute(ctx.db);
  const made = rows[0];
  if (made === undefined) throw new Error('the key of the demonstration was not stored');
  return made.no;
}

/** False when there is no such key, or it has ended before. */
export async function endKey(ctx: Ctx, no: number): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('open311.api_key')
    .set({ ended_at: ctx.now })
    .where('no', '=', no)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface KeyDetail {
  readonly no: number;
  readonly name: string;
  readonly contactSealed: string | null;
  readonly mayRead: boolean;
  readonly mayReport: boolean;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  readonly requests: number;
}
export async function selectKeys(ctx: Ctx): Promise<KeyDetail[]> {
  const { rows } = await sql<KeyDetail>`
    select k.no, k.name, k.contact_sealed as "contactSealed", k.may_read as "mayRead", k.may_report as "mayReport",
      k.created_at as "createdAt", k.ended_at as "endedAt",
      (select count(*) from open311.request q where q.key = k.no) as requests
    from open311.api_key k order by k.no`.execute(ctx.db);
  return rows.map((row) => ({ ...row, requests: Number(row.requests) }));
}

/** Remembers which key made a request. */
export async function insertRequest(
  ctx: Ctx,
  request: RowKey & { key: number; service: string },
): Promise<void> {
  const { street, no, key, service } = request;
  await ctx.db.insertInto('open311.request').values({ street, no, key, service }).execute();
}

/** Whether this key made the request. */
export async function isRequestOf(ctx: Ctx, key: KeyRow, { street, no }: RowKey): Promise<boolean> {
  const found = await ctx.db
    .selectFrom('open311.request')
    .select('no')
    .where('street', '=', street)
    .where('no', '=', no)
    .where('key', '=', key.no)
    .executeTakeFirst();
  return found !== undefined;
}
