// SPDX-License-Identifier: Apache-2.0
// A helper acts: for the one person, within the matters that were named, as long as the mandate holds.
import { Refusal } from '@lilong/contracts/refusals';
import { type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../kernel/ctx.ts';
import { type HeldPerson, heldOfOpened } from '../held.ts';
import { boundStill, lookAtAll, oneself, ownAccount } from '../own/bound.ts';
import { personPolicy } from '../policy.ts';
import { holdsNow, type MandateFound, selectMandates, stateMandate } from './queries.ts';

/**
 * For whom the actor acts. From here on the transaction sees that person, and of their matters what the mandate covers.
 *
 * @throws {Refusal} registry.not-bound; found.nothing when it is not the actor's; registry.mandate-over
 */
export async function heldByMandate(ctx: Ctx, no: number): Promise<HeldPerson> {
  const mandate = await stateActing(ctx, no);
  return { ...(await heldOfOpened(ctx, mandate.person)), mandate };
}

/** The same without asking what the registry holds. */
export async function stateActing(ctx: Ctx, no: number): Promise<MandateFound> {
  await oneself(ctx);
  const [mandate] = await selectMandates(
    ctx,
    sql<SqlBool>`m.no = ${no} and m.account = ${ownAccount(ctx)}`,
  );
  if (mandate === undefined) throw new Refusal('found.nothing', { what: 'mandate' });
  if (mandate.ended_at !== null || mandate.until_at <= ctx.now)
    throw new Refusal('registry.mandate-over', {});
  await stateActingStill(ctx, mandate);
  await ctx.require(personPolicy, 'help', { no: mandate.person });
  return mandate;
}

/** Those by which the actor may act, asked where nothing can be written. */
export async function actingStill(ctx: Ctx): Promise<MandateFound[]> {
  if ((await boundStill(ctx)) === undefined) return [];
  return selectMandates(ctx, sql<SqlBool>`m.account = ${ownAccount(ctx)} and ${holdsNow(ctx)}`);
}

/** The person of one of them, and what it covers. */
export async function stateActingStill(ctx: Ctx, mandate: MandateFound): Promise<void> {
  await lookAtAll(ctx, mandate.person);
  await stateMandate(ctx, mandate.no);
}
