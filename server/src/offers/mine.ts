// SPDX-License-Identifier: Apache-2.0
// Whoever was offered something, at home: why, what it brings, yes or no.
import type {
  acceptOffer,
  myOffer,
  myOffers,
  refuseOffer,
  reopenOffer,
} from '@lilong/contracts/offers';
import { Refusal } from '@lilong/contracts/refusals';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { applyUnasked } from '../affairs/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { heldOfMyself, stateMyself, stateMyselfStill } from '../registry/index.ts';
import { lockWaiting, refused, taken } from './answer.ts';
import { lapsesOn } from './find.ts';
import { lineOf, wholeOf } from './lines.ts';
import { offerPolicy } from './policy.ts';
import { lockOffer, selectOffer, selectOfStated, updateOffer } from './queries.ts';

const most = 50;

/** An account that is bound to nobody has none, and asks on each start page: nothing is written for it. */
export async function showMine(ctx: Ctx): Promise<ReplyOf<typeof myOffers>> {
  ctx.requireEver(offerPolicy, 'own');
  await stateMyselfStill(ctx);
  const offers = [];
  for (const row of await selectOfStated(ctx, most)) offers.push(await lineOf(ctx, row));
  return { offers };
}

export async function showOne(
  ctx: Ctx,
  { offer }: InputOf<typeof myOffer>,
): Promise<ReplyOf<typeof myOffer>> {
  const held = await heldOfMyself(ctx);
  const row = await selectOffer(ctx, offer);
  if (row === undefined) throw new Refusal('found.nothing', { what: 'offer' }, 'offer');
  ctx.note({ act: 'offers.own', subject: `offer ${offer}` });
  return wholeOf(ctx, row, held);
}

export async function accept(
  ctx: Ctx,
  { offer, ...chosen }: InputOf<typeof acceptOffer>,
): Promise<ReplyOf<typeof acceptOffer>> {
  const held = await heldOfMyself(ctx);
  const { row, item } = await lockWaiting(ctx, offer);
  return taken(ctx, row, await applyUnasked(ctx, item, held, chosen));
}

export async function refuse(
  ctx: Ctx,
  { offer, reason }: InputOf<typeof refuseOffer>,
): Promise<ReplyOf<typeof refuseOffer>> {
  await stateMyself(ctx);
  const { row } = await lockWaiting(ctx, offer);
  await refused(ctx, row, reason);
  return { done: true };
}

/** What was refused or has lapsed waits again, for as long as a new one would. It is not reminded of a second time. */
export async function reopen(
  ctx: Ctx,
  { offer }: InputOf<typeof reopenOffer>,
): Promise<ReplyOf<typeof reopenOffer>> {
  await stateMyself(ctx);
  const row = await lockOffer(ctx, offer);
  if (row === undefined) throw new Refusal('found.nothing', { what: 'offer' }, 'offer');
  const { state } = row;
  if (state !== 'refused' && state !== 'lapsed') throw new Refusal('offers.answered', { state });
  const open = { clerk: null, organisation: null, reason: null, answered_at: null } as const;
  await updateOffer(ctx, offer, { ...open, state: 'waits', lapses_on: await lapsesOn(ctx) });
  ctx.note({ act: 'offers.reopened', subject: `offer ${offer}`, place: row.place });
  return { done: true };
}
