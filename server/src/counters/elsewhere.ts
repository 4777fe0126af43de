// SPDX-License-Identifier: Apache-2.0
// In a demonstration people wait in the other halls too, where these are open. Nobody calls them: they stand for a picture of the city.
import { sql } from 'kysely';
import type { Ctx } from '../kernel/ctx.ts';
import { calendarOf } from '../kernel/in-force.ts';
import { today } from '../kernel/today.ts';
import { type DraftTicket, draftLine } from './generate/lines.ts';
import { isOpen } from './hours.ts';
import { selectCentres } from './queries.ts';

/** Fills every hall that is open now, but the one where somebody plays. */
export async function fillElsewhere(ctx: Ctx, but: number): Promise<void> {
  const calendar = await calendarOf(ctx);
  const open = (await selectCentres(ctx, {})).filter(
    ({ no, hours, waiting }) => no !== but && waiting === 0 && isOpen(calendar, hours, ctx.now),
  );
  const lines = open.map(({ no }) => draftLine(no));
  await sql`
    update counters."window" w set open = true
    from jsonb_to_recordset(${JSON.stringify(lines)}::text::jsonb) as l (centre bigint, open int)
    where w.centre = l.centre and w.ordinal <= l.open and w.retired_at is null`.execute(ctx.db);
  await insertWaiting(
    ctx,
    lines.flatMap(({ tickets }) => tickets),
  );
}

async function insertWaiting(ctx: Ctx, tickets: readonly DraftTicket[]): Promise<void> {
  const drafts = sql`jsonb_to_recordset(${JSON.stringify(tickets)}::text::jsonb) as t (centre bigint, letter text, seq int, service text, ago int)`;
  const day = today(ctx);
  await sql`
    insert into counters.number (centre, day, letter, last)
    select centre, ${day}::date, letter, max(seq) from ${drafts} group by centre, letter
    on conflict (centre, day, letter) do nothing`.execute(ctx.db);
  await sql`
    insert into counters.ticket (street, centre, organisation, place, day, letter, seq, state, services, left_over, taken_at, line_at, token_hash)
    select (c.place / 1000000)::int, c.no, c.organisation, c.place, ${day}::date, t.letter, t.seq, 'taken', array[t.service], array[t.service],
      ${ctx.now}::timestamptz - t.ago * interval '1 minute', ${ctx.now}::timestamptz - t.ago * interval '1 minute',
      'demonstration ' || c.no || ' ' || t.letter || t.seq
    from ${drafts} join counters.centre c on c.no = t.centre
    on conflict do nothing`.execute(ctx.db);
}
