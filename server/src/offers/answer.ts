// SPDX-License-Identifier: Apache-2.0
// Yes and no, at home and at a window alike; and yes by applying in the ordinary way.
import type { AffairPage } from '@lilong/contracts/affairs';
import type { OfferTaken } from '@lilong/contracts/offers';
import type { RowKey } from '@lilong/contracts/refs';
import { Refusal } from '@lilong/contracts/refusals';
import { sql } from 'kysely';
import { type Item, itemToday } from '../affairs/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import type { Heard } from '../kernel/events.ts';
import { lockOffer, updateOffer } from './queries.ts';
import type { OfferRow } from './tables.ts';
import { tellAccounts } from './tell.ts';

/**
 * An offer of the person whom the transaction has stated, which waits, with the item as it is today.
 *
 * @throws {Refusal} found.nothing, offers.answered
 */
export async function lockWaiting(
  ctx: Ctx,
  no: number,
): Promise<{ readonly row: OfferRow; readonly item: Item }> {
  const row = await lockOffer(ctx, no);
  if (row === undefined) throw new Refusal('found.nothing', { what: 'offer' }, 'offer');
  if (row.state !== 'waits') throw new Refusal('offers.answered', { state: row.state });
  return { row, item: await itemToday(ctx, row.item) };
}

/** At whose window it was said, and who wrote it down. */
function byWhom({ actor }: Ctx) {
  if (actor.post === null) return {};
  return { clerk: actor.account, organisation: actor.post.organisation };
}

export async function taken(ctx: Ctx, row: OfferRow, page: AffairPage): Promise<OfferTaken> {
  await updateOffer(ctx, row.no, {
    ...{ state: 'accepted', answered_at: ctx.now, matter: page.ref },
    ...byWhom(ctx),
  });
  ctx.note({
    ...{ act: 'offers.accepted', subject: `offer ${row.no}`, place: row.place },
    facts: { item: row.item, matter: page.ref },
  });
  return { matter: page.ref, state: page.state, item: row.item };
}

export async function refused(ctx: Ctx, row: OfferRow, reason: string | undefined): Promise<void> {
  await updateOffer(ctx, row.no, {
    ...{ state: 'refused', answered_at: ctx.now, reason: reason ?? null },
    ...byWhom(ctx),
  });
  ctx.note({
    ...{ act: 'offers.refused', subject: `offer ${row.no}`, place: row.place },
    facts: { item: row.item },
  });
}

interface Took {
  readonly offer: number;
  readonly place: number;
  readonly item: string;
  readonly accounts: number[];
}
/** Whoever was offered it and has applied for it in the ordinary way has said yes with that. */
export async function askedFor(
  ctx: Ctx,
  { subject: matter, facts }: Pick<Heard, 'subject' | 'facts'>,
): Promise<void> {
  const { street, no } = facts.application as RowKey; // written by affairs/walk.ts
  const { rows } = await sql<Took>`
    select * from offers.took(${street}::int, ${no}::bigint, ${matter}, ${ctx.now}::timestamptz)`.execute(
    ctx.db,
  );
  for (const { offer, place, item } of rows)
    ctx.note({
      ...{ act: 'offers.accepted', subject: `offer ${offer}`, place },
      facts: { item, matter },
    });
  tellAccounts(
    ctx,
    rows.flatMap(({ accounts }) => accounts),
  );
}
