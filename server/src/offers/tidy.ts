// SPDX-License-Identifier: Apache-2.0
// Each night, of the offers that wait: what came to nothing is over, what nobody answered lapses, the others are told once more.
import { sql } from 'kysely';
import { systemActor } from '../kernel/actor.ts';
import type { Ctx } from '../kernel/ctx.ts';
import type { Host } from '../kernel/host.ts';
import { asSystem } from '../kernel/serve.ts';
import { today } from '../kernel/today.ts';
import { offerSetting } from './settings.ts';
import { tellAccounts } from './tell.ts';

/** Offers in one transaction. */
const CHUNK = 2_000;
const DAY_MS = 86_400_000;

interface Tidied {
  readonly last: number | null;
  readonly looked: number;
  readonly over: number;
  readonly lapsed: number;
  readonly reminded: number;
  readonly accounts: number[];
}

export async function tidyOffers(host: Host): Promise<void> {
  let after: number | null = 0;
  while (after !== null) {
    const from: number = after;
    after = await asSystem(host, 'offers.tidy', systemActor, (ctx) => tidy(ctx, from));
  }
}

/** The last that was looked at; none once there are no more. */
async function tidy(ctx: Ctx, after: number): Promise<number | null> {
  const days = await offerSetting(ctx, 'offer_remind_days');
  const before = new Date(ctx.now.getTime() - days * DAY_MS);
  const { rows } = await sql<Tidied>`
    select * from offers.tidy(${ctx.now}::timestamptz, ${today(ctx)}::date, ${before}::timestamptz, ${after}::bigint, ${CHUNK})`.execute(
    ctx.db,
  );
  const [made] = rows;
  if (made === undefined) return null;
  const { over, lapsed, reminded } = made;
  if (over + lapsed + reminded > 0)
    ctx.note({ act: 'offers.tidied', facts: { over, lapsed, reminded } });
  tellAccounts(ctx, made.accounts);
  return made.looked < CHUNK ? null : made.last;
}
