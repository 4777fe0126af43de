// SPDX-License-Identifier: Apache-2.0
// What happens by the clock: a year of the calendar was published, and what is past its period is forgotten.
import { sql } from 'kysely';
import { systemActor } from '../kernel/actor.ts';
import type { Ctx } from '../kernel/ctx.ts';
import type { Heard } from '../kernel/events.ts';
import type { Host } from '../kernel/host.ts';
import { asSystem } from '../kernel/serve.ts';
import { today } from '../kernel/today.ts';
import { updateRating } from './queries.ts';
import { lookEverywhere } from './reach.ts';
import { clockFacts } from './settings.ts';
import type { RatingRow } from './tables.ts';
import { tell } from './tell.ts';
import { clocksOf } from './workflow.ts';

/** Rows in one transaction. */
const CHUNK = 5_000;
const mostRounds = 400;

export function ratingsOn({ subscribers }: Host): void {
  subscribers.every('43 2 * * *', 'ratings.forget', forgetRatings);
  subscribers.on('catalogue.approved', 'ratings.republish', republish);
}

/** The database deletes, and writes the register of deletions in the same act. */
export async function forgetRatings(host: Host): Promise<void> {
  for (let round = 0; round < mostRounds; round++) {
    const gone = await asSystem(host, 'ratings.forget', systemActor, async (ctx) => {
      const { rows } = await sql<{ gone: number }>`
        select ratings.forget(${ctx.now}::timestamptz, ${today(ctx)}::date, ${CHUNK}) as gone`.execute(
        ctx.db,
      );
      const count = Number(rows[0]?.gone ?? 0);
      if (count > 0)
        ctx.note({ act: 'registry.deleted', subject: 'rating', facts: { gone: count } });
      return count;
    });
    if (gone === 0) break;
  }
}

/** Bad ratings that run over a day of a year that was assumed: a handful, so one transaction counts them again. */
export async function republish(ctx: Ctx, { facts }: Pick<Heard, 'facts'>): Promise<void> {
  if (facts.kind !== 'calendar_year') return;
  ctx.catalogue.forget(); // the row may have been approved by another process
  await lookEverywhere(ctx);
  const { rows } = await sql<RatingRow>`
    select * from ratings.rating where provisional order by street, no limit ${CHUNK} for update`.execute(
    ctx.db,
  );
  const clocks = await clockFacts(ctx);
  for (const row of rows) {
    const left = await updateRating(ctx, row, clocksOf(row, clocks));
    if (left.due_at?.getTime() !== row.due_at?.getTime()) tell(ctx, left);
  }
}
