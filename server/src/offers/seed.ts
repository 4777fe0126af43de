// SPDX-License-Identifier: Apache-2.0
// The demonstration's offers: found as at night, and some of them answered since. All of it is invented.
import { sql } from 'kysely';
import { systemActor } from '../kernel/actor.ts';
import type { Ctx } from '../kernel/ctx.ts';
import type { Host } from '../kernel/host.ts';
import { asSystem } from '../kernel/serve.ts';
import { lookOver } from '../registry/index.ts';
import { findEntitled } from './find.ts';

/** Finds them, unless there are some. Those of people with an account wait. */
export async function liveOffers(host: Host): Promise<void> {
  if (await asSystem(host, 'demonstration', systemActor, areThere)) return;
  await findEntitled(host);
  await asSystem(host, 'demonstration', systemActor, answerSome);
}

async function areThere(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql`select 1 from offers.run limit 1`.execute(ctx.db);
  return rows.length > 0;
}

/** Of seven one took it, one refused, and one did not answer in time; whoever has an account answers for themselves. */
async function answerSome(ctx: Ctx): Promise<void> {
  await lookOver(ctx, [{ first: 0, last: Number.MAX_SAFE_INTEGER }]);
  const { rows } = await sql<{ person: number }>`
    select distinct o.person from offers.offer o where o.person % 7 in (1, 3, 5)
      and not exists (select from registry.binding b where b.person = o.person and b.ended_at is null)`.execute(
    ctx.db,
  );
  await lookOver(ctx, [], { persons: rows.map(({ person }) => person) });
  const at = new Date(ctx.now.getTime() - 2 * DAY_MS);
  const before = new Date(ctx.now.getTime() - 9 * DAY_MS);
  await sql`
    update offers.offer set offered_at = ${before}::timestamptz, answered_at = ${at}::timestamptz,
      state = (array['accepted', 'refused', 'lapsed'])[(person % 7 + 1) / 2]
    where person = any(registry.persons())`.execute(ctx.db);
}
const DAY_MS = 86_400_000;
