// SPDX-License-Identifier: Apache-2.0
// The demonstration's offers, some of them answered since: what the seed needs of them. All of it is invented.
import type { PlaceRange } from '@lilong/contracts/place-no';
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { lookOver } from '../registry/index.ts';

const DAY_MS = 86_400_000;
const everywhere: PlaceRange = { first: 0, last: Number.MAX_SAFE_INTEGER };

export async function hasOffers(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql`select 1 from offers.run limit 1`.execute(ctx.db);
  return rows.length > 0;
}

/** Of seven who have no account one refused and one did not answer in time. They were all offered it nine days ago. */
export async function someRefused(ctx: Ctx): Promise<void> {
  await lookOver(ctx, [everywhere]);
  await lookOver(ctx, [], { persons: await withoutAccount(ctx, [1, 3, 5], everywhere) });
  const at = new Date(ctx.now.getTime() - 2 * DAY_MS);
  const before = new Date(ctx.now.getTime() - 9 * DAY_MS);
  await sql`
    update offers.offer set offered_at = ${before}::timestamptz where person = any(registry.persons())`.execute(
    ctx.db,
  );
  await sql`
    update offers.offer set answered_at = ${at}::timestamptz, state = case person % 7 when 3 then 'refused' else 'lapsed' end
    where person = any(registry.persons()) and person % 7 in (3, 5)`.execute(ctx.db);
}

/** Another one comes to a window for it: so many of a place. */
export async function whoCome(ctx: Ctx, range: PlaceRange, most: number): Promise<number[]> {
  await lookOver(ctx, [range]);
  return (await withoutAccount(ctx, [1], range)).slice(0, most);
}

async function withoutAccount(
  ctx: Ctx,
  parts: readonly number[],
  { first, last }: PlaceRange,
): Promise<number[]> {
  const { rows } = await sql<{ person: number }>`
    select distinct o.person from offers.offer o
    where o.state = 'waits' and o.person % 7 = any(${[...parts]}::int[]) and o.place between ${first}::bigint and ${last}::bigint
      and not exists (select from registry.binding b where b.person = o.person and b.ended_at is null)
    order by o.person`.execute(ctx.db);
  return rows.map(({ person }) => person);
}
