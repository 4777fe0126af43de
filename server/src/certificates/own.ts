// SPDX-License-Identifier: Apache-2.0
// 我的证照: what somebody holds, to be shown, printed and taken along.
import type {
  CertificateWhole,
  certificatePaper,
  myCertificate,
  myCertificates,
} from '@lilong/contracts/certificates';
import { parseRef } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { stateMyself } from '../registry/index.ts';
import { paperOf } from './paper.ts';
import { certificatePolicy } from './policy.ts';
import { columns, type FoundRow, lineOf } from './read.ts';
import { wholeOf } from './whole.ts';

export async function showMine(ctx: Ctx): Promise<ReplyOf<typeof myCertificates>> {
  await stateMyself(ctx);
  const rows = await selectHeld(ctx, 200, 'certificates');
  return { certificates: rows.map((row) => lineOf(ctx, row)) };
}

/** Of the person whom the transaction has stated, newest first. A letter stands with its matter. */
export async function selectHeld(
  ctx: Ctx,
  most: number,
  what: 'certificates' | 'both',
): Promise<(FoundRow & { readonly sealed: Buffer })[]> {
  const { rows } = await sql<FoundRow & { sealed: Buffer }>`
    select ${sql.raw(columns)}, c.sealed from certificates.certificate c join places.organisation o on o.no = c.organisation
    where ${ctx.may(certificatePolicy, 'own', 'c')} ${what === 'both' ? sql`` : sql`and c.letter is null`}
    order by c.at desc, c.no desc limit ${most}`.execute(ctx.db);
  return rows;
}

export async function showOne(
  ctx: Ctx,
  { ref }: InputOf<typeof myCertificate>,
): Promise<CertificateWhole> {
  await stateMyself(ctx);
  const key = parseRef('Q', ref);
  const { rows } =
    key === undefined
      ? { rows: [] }
      : await sql<FoundRow & { sealed: Buffer }>`
    select ${sql.raw(columns)}, c.sealed from certificates.certificate c join places.organisation o on o.no = c.organisation
    where c.street = ${key.street} and c.no = ${key.no} and ${ctx.may(certificatePolicy, 'own', 'c')}`.execute(
          ctx.db,
        );
  const [row] = rows;
  if (row === undefined) throw new Refusal('certificates.not-found', {}, 'ref');
  return wholeOf(ctx, row);
}

export async function showPaper(
  ctx: Ctx,
  { ref }: InputOf<typeof certificatePaper>,
): Promise<ReplyOf<typeof certificatePaper>> {
  const whole = await showOne(ctx, { ref });
  const data = await paperOf(whole, ctx.actor.language);
  ctx.note({ act: 'certificates.paper', subject: whole.ref });
  return { name: `${whole.ref}.pdf`, type: 'application/pdf', data: data.toString('base64') };
}
