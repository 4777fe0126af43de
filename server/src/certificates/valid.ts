// SPDX-License-Identifier: Apache-2.0
// Certificates as materials: which valid ones somebody holds, and whether one that was taken was revoked since.
import { createHash } from 'node:crypto';
import { parseRef } from '@lilong/contracts/refs';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { today } from '../kernel/today.ts';
import { registrySealer } from '../registry/index.ts';
import { columns, type FoundRow, lineOf } from './read.ts';
import { standsAt } from './status.ts';

export interface HeldCertificate {
  readonly ref: string;
  readonly name: string;
  readonly issuerName: string;
  readonly on: string;
  /** The last day; none: without end. */
  readonly to: string | null;
  /** SHA-256 of what was signed. */
  readonly hash: string;
}

/** Valid today, of the people whom the transaction states: the newest of each kind. */
export async function validCertificates(
  ctx: Ctx,
  kinds: readonly string[],
): Promise<ReadonlyMap<string, HeldCertificate>> {
  if (kinds.length === 0) return new Map();
  const { rows } = await sql<FoundRow & { kind: string; sealed: Buffer }>`
    select distinct on (c.kind) ${sql.raw(columns)}, c.kind, c.sealed
    from certificates.certificate c join places.organisation o on o.no = c.organisation
    where c.person = any(registry.persons()) and c.kind = any(${[...kinds]}::text[]) and c.revoked_at is null
      and (c.to_on is null or c.to_on >= ${today(ctx)}::date)
    order by c.kind, c.at desc, c.no desc`.execute(ctx.db);
  return new Map(
    rows.map(({ kind, sealed, ...row }) => {
      const { ref, name, issuerName, on, to } = lineOf(ctx, row);
      const token = registrySealer.open(ctx.keys, sealed);
      const hash = createHash('sha256').update(token).digest('hex');
      return [kind, { ref, name, issuerName, on, to, hash }];
    }),
  );
}

/** How those stand now, by the lists that anybody may read: nobody's certificate is opened by it. */
export async function standingOf(
  ctx: Ctx,
  taken: readonly { readonly ref: string; readonly to: string | null }[],
): Promise<ReadonlyMap<string, 'valid' | 'expired' | 'revoked'>> {
  if (taken.length === 0) return new Map();
  const places = taken.map(({ ref }) => standsAt(parseRef('Q', ref)?.no ?? 0));
  const { rows } = await sql<{ no: number; revoked: number[] }>`
    select no, revoked from certificates.list where no = any(${places.map(({ list }) => list)}::int[])`.execute(
    ctx.db,
  );
  const revoked = new Set(
    rows.flatMap(({ no, revoked: bits }) => bits.map((bit) => `${no} ${bit}`)),
  );
  const day = today(ctx);
  return new Map(
    taken.map(({ ref, to }, at) => {
      const { list, bit } = places[at] ?? { list: 0, bit: 0 };
      if (revoked.has(`${list} ${bit}`)) return [ref, 'revoked'];
      return [ref, to !== null && to < day ? 'expired' : 'valid'];
    }),
  );
}
