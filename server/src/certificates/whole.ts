// SPDX-License-Identifier: Apache-2.0
// A certificate or a letter with everything that was signed, and the code by which anybody checks it.
import {
  type CertificateBody,
  checkPath,
  readToken,
  withoutText,
} from '@lilong/contracts/certificate-check';
import type { CertificateWhole } from '@lilong/contracts/certificates';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { scannable } from '../kernel/qr.ts';
import { registrySealer } from '../registry/index.ts';
import { columns, type FoundRow, lineOf } from './read.ts';

type Kept = FoundRow & { readonly sealed: Buffer };

/** What was signed, opened. */
export function openHeld(ctx: Ctx, { sealed }: Pick<Kept, 'sealed'>) {
  const token = registrySealer.open(ctx.keys, sealed);
  const read = readToken(token);
  return { token, body: read?.body as CertificateBody, text: read?.text ?? null }; // our own
}

/** Characters that a code of five centimetres holds so that a telephone reads it from paper. */
const mostInCode = 1_800;

export async function wholeOf(ctx: Ctx, row: Kept): Promise<CertificateWhole> {
  const { token, body, text } = openHeld(ctx, row);
  const inCode = token.length > mostInCode ? withoutText(token) : token;
  return {
    ...lineOf(ctx, row),
    ...{ holderName: body.holder.name, holderId: body.holder.id, token, text },
    says: body.says.map(([label, value]) => ({ label, value })),
    ...(await scannable(ctx, `${checkPath}#${inCode}`)),
    sample: body.sample === true,
  };
}

/** The letter of a decision, the one that holds before what was taken back; none for whoever may not see it. */
export async function letterOf(ctx: Ctx, matter: string): Promise<CertificateWhole | null> {
  const { rows } = await sql<Kept>`
    select ${sql.raw(columns)}, c.sealed from certificates.certificate c join places.organisation o on o.no = c.organisation
    where c.matter = ${matter} and c.letter is not null order by c.revoked_at is not null, c.no desc limit 1`.execute(
    ctx.db,
  );
  const [row] = rows;
  return row === undefined ? null : wholeOf(ctx, row);
}
