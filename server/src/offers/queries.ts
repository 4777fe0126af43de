// SPDX-License-Identifier: Apache-2.0
// Offers of the person whom the transaction has stated. Row-level security stands beneath each statement (migration 0090).
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import type { OfferRow } from './tables.ts';

/** Those that wait first, newest first. */
export async function selectOfStated(ctx: Ctx, most: number): Promise<OfferRow[]> {
  const { rows } = await sql<OfferRow>`
    select * from offers.offer o where o.person = any(registry.persons())
    order by o.state <> 'waits', date_trunc('day', o.offered_at) desc, o.item, o.no limit ${most}`.execute(
    ctx.db,
  );
  return rows;
}

/** One of them, locked for the rest of the transaction where it may be written. */
export async function selectOffer(ctx: Ctx, no: number): Promise<OfferRow | undefined> {
  const { rows } = await sql<OfferRow>`
    select * from offers.offer o where o.no = ${no}::bigint and o.person = any(registry.persons())`.execute(
    ctx.db,
  );
  return rows[0];
}
export async function lockOffer(ctx: Ctx, no: number): Promise<OfferRow | undefined> {
  const { rows } = await sql<OfferRow>`
    select * from offers.offer o where o.no = ${no}::bigint and o.person = any(registry.persons()) for update`.execute(
    ctx.db,
  );
  return rows[0];
}

export type OfferPatch = Partial<Omit<OfferRow, 'no' | 'person' | 'item'>>;
export async function updateOffer(ctx: Ctx, no: number, patch: OfferPatch): Promise<void> {
  await ctx.db.updateTable('offers.offer').set(patch).where('no', '=', no).execute();
}
