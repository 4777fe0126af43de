// SPDX-License-Identifier: Apache-2.0
import {
  type CertificateBody,
  type LetterBody,
  letterDigest,
} from '@lilong/contracts/certificate-check';
import { streetOf } from '@lilong/contracts/place-no';
import { formatRef } from '@lilong/contracts/refs';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { runLater } from '../kernel/pipelined.ts';
import { signToken } from '../kernel/signer.ts';
import { today } from '../kernel/today.ts';
import { registrySealer } from '../registry/index.ts';
import { issuerOf } from './issuers.ts';
import { nextNo, standsAt } from './status.ts';

/** What is issued, to whom, by whom. The caller has asked for permission. */
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
  /** It is a letter (决定书), with its text and who hands it over. */
  readonly letter?: Omit<LetterBody, 'digest'> & { readonly text: string; readonly hands: number };
}

/** Signs a certificate or letter and keeps it; at most one of each for a matter. Returns its public number. */
export async function issueCertificate(ctx: Ctx, issued: Issued): Promise<string> {
  const street = streetOf(issued.place);
  const no = await nextNo(ctx);
  const ref = formatRef('Q', { street, no });
  await insert(ctx, issued, { street, no, token: await tokenOf(ctx, issued, ref, no) });
  const { item, letter } = issued;
  ctx.note({
    ...{ act: letter === undefined ? 'certificates.issued' : 'certificates.letter', subject: ref },
    facts: { item },
  });
  ctx.emit({
    ...{ name: 'certificates.issued', street, subject: ref, place: issued.place },
    facts: { item },
    audience: issued.account === null ? {} : { accounts: [issued.account] },
  });
  return ref;
}

async function tokenOf(ctx: Ctx, issued: Issued, ref: string, no: number): Promise<string> {
  const { kid, signer } = await issuerOf(ctx, issued.organisation);
  const body = bodyOf(ctx, issued, ref, no);
  if (issued.letter === undefined) return signToken(signer, kid, body);
  const { text, hands: _, ...about } = issued.letter;
  const letter: LetterBody = { ...about, digest: letterDigest(signer.alg, text) };
  return `${signToken(signer, kid, { ...body, letter })}.${Buffer.from(text).toString('base64url')}`;
}

/** In the name of the office; afterwards the transaction stands where it stood. */
async function insert(
  ctx: Ctx,
  issued: Issued,
  { street, no, token }: { readonly street: number; readonly no: number; readonly token: string },
): Promise<void> {
  const { organisation, letter } = issued;
  await runLater(
    ctx.db,
    sql`select set_config('lilong.stood', current_setting('lilong.office', true), true), set_config('lilong.office', ${String(organisation)}, true)`,
  );
  await runLater(
    ctx.db,
    sql`
    insert into certificates.certificate (street, no, person, organisation, place, item, kind, name, holder, matter, at, to_on, letter, hands, sealed)
    values (${street}, ${no}, ${issued.person}, ${organisation}, ${issued.place}, ${issued.item}, ${issued.kind}, ${issued.name},
      ${issued.holder.name}, ${issued.matter}, ${ctx.now}::timestamptz, ${issued.to}::date, ${letter?.outcome ?? null}, ${letter?.hands ?? null}::bigint,
      ${registrySealer.seal(ctx.keys, token)})`,
  );
  await runLater(
    ctx.db,
    sql`select set_config('lilong.office', current_setting('lilong.stood', true), true)`,
  );
}

function bodyOf(ctx: Ctx, issued: Issued, ref: string, no: number): CertificateBody {
  const on = today(ctx);
  return {
    ...{ no: ref, name: issued.name, holder: issued.holder, issuer: issued.organisationName },
    ...{ on, from: on, to: issued.to, says: issued.says, ...standsAt(no) },
    ...(ctx.demo ? { sample: true } : {}),
  };
}
