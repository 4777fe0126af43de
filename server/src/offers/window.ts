// SPDX-License-Identifier: Apache-2.0
// For the person who stands at a window: what is offered to them, and their answer as the clerk was told it.
import type { acceptOfferFor, offersFor, refuseOfferFor } from '@lilong/contracts/offers';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { receiveUnasked } from '../affairs/index.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { heldByGrant, stateByGrant } from '../registry/index.ts';
import { lockWaiting, refused, taken } from './answer.ts';
import { wholeOf } from './lines.ts';
import { offerPolicy } from './policy.ts';
import { selectOfStated } from './queries.ts';

const most = 20;

export async function showFor(
  ctx: Ctx,
  { person }: InputOf<typeof offersFor>,
): Promise<ReplyOf<typeof offersFor>> {
  ctx.requireEver(offerPolicy, 'window');
  await stateByGrant(ctx, person);
  const rows = (await selectOfStated(ctx, most)).filter(({ state }) => state === 'waits');
  if (rows.length === 0) return { offers: [] };
  const held = await heldByGrant(ctx, person);
  const offers = [];
  for (const row of rows) offers.push(await wholeOf(ctx, row, held));
  return { offers };
}

export async function acceptFor(
  ctx: Ctx,
  { person, offer, ...chosen }: InputOf<typeof acceptOfferFor>,
): Promise<ReplyOf<typeof acceptOfferFor>> {
  ctx.requireEver(offerPolicy, 'window');
  const held = await heldByGrant(ctx, person);
  const { row, item } = await lockWaiting(ctx, offer);
  return taken(ctx, row, await receiveUnasked(ctx, item, held, chosen));
}

export async function refuseFor(
  ctx: Ctx,
  { person, offer, reason }: InputOf<typeof refuseOfferFor>,
): Promise<ReplyOf<typeof refuseOfferFor>> {
  ctx.requireEver(offerPolicy, 'window');
  await stateByGrant(ctx, person);
  const { row } = await lockWaiting(ctx, offer);
  await refused(ctx, row, reason);
  return { done: true };
}
