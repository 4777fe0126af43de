// SPDX-License-Identifier: Apache-2.0
// Who signs: every office with a key of its own, lists of status with one of the city.
import { statusKid } from '@lilong/contracts/certificate-check';
import type { certificateKeys } from '@lilong/contracts/certificates';
import type { ReplyOf } from '@lilong/contracts/route';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import type { Keys } from '../kernel/keys.ts';
import { runLater } from '../kernel/pipelined.ts';
import { type Signer, signerOf } from '../kernel/signer.ts';

export interface Issuer {
  readonly kid: string;
  readonly signer: Signer;
}

/** The key of an office; its public half is made known with the first thing that it signs. */
export async function issuerOf(ctx: Ctx, organisation: number | null): Promise<Issuer> {
  const office = organisation === null ? statusKid : `o${organisation}`;
  const signer = knownSigner(ctx.keys, office);
  const kid = `${office}-${ctx.keys.id}`;
  await runLater(
    ctx.db,
    sql`
    insert into certificates.issuer (kid, organisation, alg, public_key, master, at)
    values (${kid}, ${organisation}, ${signer.alg}, ${signer.publicKey}, ${ctx.keys.id}, ${ctx.now}::timestamptz)
    on conflict do nothing`,
  );
  return { kid, signer };
}

/** Finding the public key costs as much as signing: it is done once for each office. */
const signers = new WeakMap<Keys, Map<string, Signer>>();
function knownSigner(keys: Keys, office: string): Signer {
  const known = signers.get(keys) ?? new Map<string, Signer>();
  signers.set(keys, known);
  const signer = known.get(office) ?? signerOf(keys, office);
  known.set(office, signer);
  return signer;
}

export async function showKeys(ctx: Ctx): Promise<ReplyOf<typeof certificateKeys>> {
  const { rows } = await sql<ReplyOf<typeof certificateKeys>['keys'][number]>`
    select i.kid, i.alg, i.public_key as "publicKey", coalesce(o.name, '') as name
    from certificates.issuer i left join places.organisation o on o.no = i.organisation order by i.kid`.execute(
    ctx.db,
  );
  return { keys: rows };
}
