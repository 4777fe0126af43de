// SPDX-License-Identifier: Apache-2.0
import type { CertificateLine } from '@lilong/contracts/certificates';
import { formatRef, type RowKey } from '@lilong/contracts/refs';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { dayIn, today } from '../kernel/today.ts';
import type { CertificateRow } from './tables.ts';

export interface FoundRow
  extends Omit<CertificateRow, 'sealed' | 'person' | 'revoked_by' | 'item' | 'kind' | 'hands'> {
  issuerName: string;
}

/** The columns of a line; the table is `c`, the office `o`. */
export const columns =
  'c.street, c.no, c.organisation, c.place, c.name, c.holder, c.matter, c.at, c.to_on, c.revoked_at, c.reason, c.letter, o.name as "issuerName"';

export function lineOf(ctx: Ctx, row: FoundRow): CertificateLine {
  return {
    ...{ ref: formatRef('Q', row), name: row.name, issuerName: row.issuerName },
    ...{ on: dayIn(ctx, row.at), to: row.to_on, matter: row.matter, reason: row.reason },
    letter: row.letter,
    state: stateOf(row, today(ctx)),
    revokedOn: row.revoked_at === null ? null : dayIn(ctx, row.revoked_at),
  };
}

function stateOf({ revoked_at, to_on }: FoundRow, day: string): CertificateLine['state'] {
  if (revoked_at !== null) return 'revoked';
  return to_on !== null && to_on < day ? 'expired' : 'valid';
}

/** The certificate that an application brought; null for whoever may not see it. */
export async function certificateOf(ctx: Ctx, matter: string): Promise<string | null> {
  const { rows } = await sql<RowKey>`
    select street, no from certificates.certificate where matter = ${matter} and letter is null`.execute(
    ctx.db,
  );
  return rows[0] === undefined ? null : formatRef('Q', rows[0]);
}
