// SPDX-License-Identifier: Apache-2.0
// What the hall does by the clock: at night it is emptied, and tickets are forgotten.
import { sql } from 'kysely';
import { systemActor } from '../kernel/actor.ts';
import type { Ctx } from '../kernel/ctx.ts';
import type { Host } from '../kernel/host.ts';
import { asSystem } from '../kernel/serve.ts';
import { today } from '../kernel/today.ts';
import { forgetVisits } from '../registry/index.ts';
import { every, liveOn } from './demo/home.ts';
import { countOpen } from './pace.ts';
import { remindAll } from './remind.ts';

/** Rows in one transaction. */
const CHUNK = 5_000;
const mostRounds = 400;

export function countersOn({ subscribers, demo }: Host): void {
  if (demo) subscribers.every(`*/${every} * * * *`, 'counters.demonstration', liveOn);
  subscribers.every('* * * * *', 'counters.remind', remindAll);
  subscribers.every('41 0 * * *', 'counters.night', emptyHalls);
  subscribers.every('7,22,37,52 * * * *', 'counters.usual-open', (host) =>
    asSystem(host, 'counters.usual-open', systemActor, countOpen),
  );
  subscribers.every('37 2 * * *', 'counters.forget', forgetTickets);
  subscribers.every('39 2 * * *', 'counters.forget-bookings', forgetBookings);
}

/** Whoever was left in line the day before is no more, and nobody sits at a window over night. */
export async function emptyHalls(host: Host): Promise<void> {
  await asSystem(host, 'counters.night', systemActor, async (ctx) => {
    const day = today(ctx);
    await sql`update counters.ticket set state = 'cancelled', "window" = null, serving_at = null, identified = false,
        ended_at = ${ctx.now}::timestamptz
      where day < ${day}::date and state in ('booked', 'taken', 'called', 'serving', 'transferred')`.execute(
      ctx.db,
    );
    await forgetVisits(ctx);
    await sql`update counters."window" w set open = false, seat = null
      where w.open and not exists (select from counters.ticket t where t.centre = w.centre and t."window" = w.no)`.execute(
      ctx.db,
    );
  });
}

/** The database deletes, and writes the register of deletions in the same act. */
export async function forgetTickets(host: Host): Promise<void> {
  for (let round = 0; round < mostRounds; round++) {
    const gone = await asSystem(host, 'counters.forget', systemActor, forget);
    if (gone === 0) break; // the round that finds none takes what is left of them elsewhere
  }
}

/** Bookings are kept as long as tickets. */
export async function forgetBookings(host: Host): Promise<void> {
  for (let round = 0; round < mostRounds; round++) {
    const gone = await asSystem(host, 'counters.forget', systemActor, async (ctx) => {
      const { rows } = await sql<{ gone: number }>`
        select counters.forget_bookings(${ctx.now}::timestamptz, ${today(ctx)}::date, ${CHUNK}) as gone`.execute(
        ctx.db,
      );
      return noted(ctx, 'booking', rows[0]?.gone ?? 0);
    });
    if (gone === 0) break;
  }
}

async function forget(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ gone: number }>`
    select counters.forget(${ctx.now}::timestamptz, ${today(ctx)}::date, ${CHUNK}) as gone`.execute(
    ctx.db,
  );
  return noted(ctx, 'ticket', rows[0]?.gone ?? 0);
}

function noted(ctx: Ctx, subject: 'ticket' | 'booking', gone: number): number {
  if (gone > 0) ctx.note({ act: 'registry.deleted', subject, facts: { gone } });
  return gone;
}
