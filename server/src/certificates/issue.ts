// SPDX-License-Identifier: Apache-2.0
import type { CertificateBody } from '@lilong/contracts/certificate-check';
import { streetOf } from '@lilong/contracts/place-no';
import { formatRef } from '@lilong/contracts/refs';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { signToken } from '../kernel/signer.ts';
import { today } from '../kernel/today.ts';
import { registrySealer } from '../registry/index.ts';
import { issuerOf } from './issuers.ts';
import { beginList, standsAt } from './status.ts';

/** What is issued, to whom, by whom. The caller has asked for permission, and stated the office (`affairs.office`). */
export interface Issued {
  readonly person: number;
  /** Its account, if there is one: the screen looks again. */
  readonly account: number | null;
  readonly holder: { readonly name: string; readonly id: string | null };
  readonly organisation: number;
  readonly organisationName: string;
  readonly place: number;
  /** Key of the catalogue. */
  readonly item: string;
  /** By which other items ask for it; none: none does. */
  readonly kind: string | null;
  readonly name: string;
  readonly matter: string | null;
  readonly says: CertificateBody['says'];
  /** The last day. */
  readonly to: string | null;
}

/** Signs a certificate and keeps it; at most one for each matter. Returns its public number. */
export async function issueCertificate(ctx: Ctx, issued: Issued): Promise<string> {
  const street = streetOf(issued.place);
  const { rows } = await sql<{ no: number }>`
    select nextval(pg_get_serial_sequence('certificates.certificate', 'no')) as no`.execute(ctx.db);
  const no = Number(rows[0]?.no);
  const ref = formatRef('Q', { street, no });
  const { kid, signer } = await issuerOf(ctx, issued.organisation);
  const token = signToken(signer, kid, bodyOf(ctx, issued, ref, no));
  await beginList(ctx, standsAt(no).list);
  await sql`
    insert into certificates.certificate (street, no, person, organisation, place, item, kind, name, holder, matter, at, to_on, sealed)
    values (${street}, ${no}, ${issued.person}, ${issued.organisation}, ${issued.place}, ${issued.item}, ${issued.kind}, ${issued.name},
      ${issued.holder.name}, ${issued.matter}, ${ctx.now}::timestamptz, ${issued.to}::date, ${registrySealer.seal(ctx.keys, token)})`.execute(
    ctx.db,
  );
  ctx.note({ act: 'certificates.issued', subject: ref, facts: { item: issued.item } });
  ctx.emit({
    ...{ name: 'certificates.issued', street, subject: ref, place: issued.place },
    facts: { item: issued.item },
    audience: issued.account === null ? {} : { accounts: [issued.account] },
  });
  return ref;
}

function bodyOf(ctx: Ctx, issued: Issued, ref: string, no: number): CertificateBody {
  const on = today(ctx);
  return {
    ...{ no: ref, name: issued.name, holder: issued.holder, issuer: issued.organisationName },
    ...{ on, from: on, to: issued.to, says: issued.says, ...standsAt(no) },
    ...(ctx.demo ? { sample: true } : {}),
  };
}
