// SPDX-License-Identifier: Apache-2.0
// Lists of status: 16,384 certificates each, in the order in which they were issued. A list is signed when it begins, when
// one of it is revoked, and once a day, so that whoever checks knows as of when it is true.
import type { certificateStatus } from '@lilong/contracts/certificates';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { signToken } from '../kernel/signer.ts';
import { issuerOf } from './issuers.ts';

const size = 16_384;
export const standsAt = (no: number) => ({ list: Math.floor(no / size), bit: no % size });

export async function showStatus(
  ctx: Ctx,
  { list }: InputOf<typeof certificateStatus>,
): Promise<ReplyOf<typeof certificateStatus>> {
  const { rows } = await sql<{ token: string }>`
    select token from certificates.list where no = ${list}`.execute(ctx.db);
  const [found] = rows;
  if (found === undefined) throw new Refusal('certificates.no-list', {}, 'list');
  return found;
}

/** Signs the list of a certificate with one more revoked, or as it is; the row is locked until the commit. */
export async function signList(ctx: Ctx, list: number, revoked: readonly number[]): Promise<void> {
  const { kid, signer } = await issuerOf(ctx, null);
  const { rows } = await sql<{ revoked: number[] }>`
    insert into certificates.list (no, revoked, token, at) values (${list}, ${[...revoked]}::int[], '', ${ctx.now}::timestamptz)
    on conflict (no) do update set at = excluded.at,
      revoked = array(select distinct b from unnest(list.revoked || excluded.revoked) b order by b)
    returning revoked`.execute(ctx.db);
  const body = { list, at: ctx.now.toISOString(), revoked: rows[0]?.revoked ?? [] };
  await sql`update certificates.list set token = ${signToken(signer, kid, body)} where no = ${list}`.execute(
    ctx.db,
  );
}

/** A number for one more; a list that nobody has begun yet begins with the one that stands first in it. */
export async function nextNo(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ no: number; begun: boolean }>`
    select n.no, exists (select from certificates.list l where l.no = n.no / ${size}) as begun
    from (select nextval(pg_get_serial_sequence('certificates.certificate', 'no')) as no) n`.execute(
    ctx.db,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('a sequence gives a number');
  const no = Number(row.no);
  if (!row.begun) await signList(ctx, standsAt(no).list, []);
  return no;
}

export async function signAllLists(ctx: Ctx): Promise<void> {
  const { rows } = await sql<{ no: number }>`select no from certificates.list order by no`.execute(
    ctx.db,
  );
  for (const { no } of rows) await signList(ctx, no, []);
}
