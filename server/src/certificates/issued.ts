// SPDX-License-Identifier: Apache-2.0
// What an office has issued, and taking it back.
import type { issuedCertificates, revokeCertificate } from '@lilong/contracts/certificates';
import { formatRef, parseRef, type RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { certificatePolicy } from './policy.ts';
import { lookAsOffice } from './reach.ts';
import { columns, type FoundRow, lineOf } from './read.ts';
import { signList, standsAt } from './status.ts';

const most = 50;

export async function showIssued(
  ctx: Ctx,
  { q, state, what, before }: InputOf<typeof issuedCertificates>,
): Promise<ReplyOf<typeof issuedCertificates>> {
  ctx.requireEver(certificatePolicy, 'list');
  await lookAsOffice(ctx, ctx.actor.post?.organisation ?? 0);
  const { rows } = await sql<FoundRow & { can: { revoke?: boolean } }>`
    select ${sql.raw(columns)}, ${ctx.can(certificatePolicy, ['revoke'], 'c').as('can')}
    from certificates.certificate c join places.organisation o on o.no = c.organisation
    where ${ctx.may(certificatePolicy, 'read', 'c')} and ${fits(q)}
      ${what === undefined || isNumber(q) ? sql`` : sql`and (c.letter is not null) = ${what === 'letters'}`}
      ${state === 'revoked' ? sql`and c.revoked_at is not null` : sql``}
      ${before === undefined ? sql`` : sql`and c.at < ${before}::timestamptz`}
    order by c.at desc, c.no desc limit ${most + 1}`.execute(ctx.db);
  return {
    certificates: rows.slice(0, most).map((row) => ({
      ...lineOf(ctx, row),
      holderName: row.holder,
      can: { revoke: row.can.revoke === true && row.revoked_at === null },
    })),
    more: rows.length > most,
  };
}

/** Then it is found, whatever it is. */
const isNumber = (q: string | undefined): boolean =>
  q !== undefined && parseRef('Q', q) !== undefined;

function fits(q: string | undefined): Expression<SqlBool> {
  if (q === undefined) return sql<SqlBool>`true`;
  const key = parseRef('Q', q);
  if (key !== undefined) return sql<SqlBool>`c.street = ${key.street} and c.no = ${key.no}`;
  return sql<SqlBool>`(strpos(c.name, ${q}) > 0 or c.holder = ${q})`;
}

/** From the commit on, whoever asks finds it revoked; its holder reads why. */
export async function revoke(
  ctx: Ctx,
  { ref, reason }: InputOf<typeof revokeCertificate>,
): Promise<ReplyOf<typeof revokeCertificate>> {
  const key = parseRef('Q', ref);
  if (key === undefined) throw new Refusal('certificates.not-found', {}, 'ref');
  ctx.requireEver(certificatePolicy, 'revoke');
  await lookAsOffice(ctx, ctx.actor.post?.organisation ?? 0);
  await ctx.require(certificatePolicy, 'revoke', key);
  if (!(await takeBack(ctx, key, reason)))
    throw new Refusal('certificates.revoked-already', {}, 'ref');
  return { done: true };
}

/** Revokes it, unless it was. The caller has asked for permission, and stated the office. */
export async function takeBack(ctx: Ctx, key: RowKey, reason: string): Promise<boolean> {
  const { rows } = await sql<Taken>`
    update certificates.certificate set revoked_at = ${ctx.now}::timestamptz, revoked_by = ${ctx.actor.account}::bigint, reason = ${reason}
    where street = ${key.street} and no = ${key.no} and revoked_at is null returning street, no, place, matter`.execute(
    ctx.db,
  );
  const [row] = rows;
  if (row === undefined) return false;
  const beside = row.matter === null ? [] : await takeBackBeside(ctx, row.matter, reason);
  for (const one of [row, ...beside]) await tellTaken(ctx, one, reason);
  return true;
}

interface Taken extends RowKey {
  readonly place: number;
  readonly matter: string | null;
}
/** A certificate and the letter of its decision stand and fall together. */
async function takeBackBeside(ctx: Ctx, matter: string, reason: string): Promise<Taken[]> {
  const { rows } = await sql<Taken>`
    update certificates.certificate set revoked_at = ${ctx.now}::timestamptz, revoked_by = ${ctx.actor.account}::bigint, reason = ${reason}
    where matter = ${matter} and revoked_at is null returning street, no, place, matter`.execute(
    ctx.db,
  );
  return rows;
}

async function tellTaken(ctx: Ctx, key: Taken, reason: string): Promise<void> {
  const { list, bit } = standsAt(key.no);
  await signList(ctx, list, [bit]);
  const ref = formatRef('Q', key);
  ctx.note({ act: 'certificates.revoked', subject: ref, facts: { reason } });
  ctx.emit({
    ...{ name: 'certificates.revoked', street: key.street, subject: ref, place: key.place },
    ...{ facts: {}, audience: { organisations: [ctx.actor.post?.organisation ?? 0] } },
  });
}
