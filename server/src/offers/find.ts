// SPDX-License-Identifier: Apache-2.0
// Each night: who is entitled to what. The database looks at some thousand people at a time, offers, and says how far it is,
// in one transaction: killed at any moment, the next one goes on behind the last of them.
import { sql } from 'kysely';
import { type Item, unaskedItems } from '../affairs/index.ts';
import { systemActor } from '../kernel/actor.ts';
import { dateOfDay, zoneOf } from '../kernel/calendar-zone.ts';
import type { Ctx } from '../kernel/ctx.ts';
import type { Host } from '../kernel/host.ts';
import { asSystem } from '../kernel/serve.ts';
import { today } from '../kernel/today.ts';
import { offerSetting } from './settings.ts';
import type { RunRow } from './tables.ts';

/** People in one transaction. */
const CHUNK = 5_000;
const name = 'offers.find';

/** Item by item, each to the end of the registry. Begun by two programs at once, they share the work. */
export async function findEntitled(host: Host, chunk = CHUNK): Promise<void> {
  const items = await asSystem(host, name, systemActor, unaskedItems);
  for (const item of items) {
    let going = true;
    while (going) going = await asSystem(host, name, systemActor, (ctx) => goOn(ctx, item, chunk));
  }
}

/** Looks at the next people; false once there are none. */
async function goOn(ctx: Ctx, item: Item, chunk: number): Promise<boolean> {
  const run = await lockRun(ctx, item);
  const { last, looked, offered } = await findNext(ctx, run, chunk);
  const ended = looked < chunk;
  await sql`
    update offers.run set after = ${last ?? run.after}::bigint, looked = looked + ${looked}, offered = offered + ${offered},
      ended_at = ${ended ? ctx.now : null}::timestamptz where no = ${run.no}`.execute(ctx.db);
  if (offered > 0)
    ctx.note({
      act: 'offers.found',
      subject: item.entry.key,
      facts: { offered, row: run.item_row },
    });
  return !ended;
}

/** The night that was begun and not ended, or a new one; an item that was changed meanwhile is begun anew. */
async function lockRun(ctx: Ctx, { entry }: Item): Promise<RunRow> {
  await sql`
    insert into offers.run (item, item_row, began_at) values (${entry.key}, ${entry.no}, ${ctx.now}::timestamptz)
    on conflict (item) where ended_at is null do nothing`.execute(ctx.db);
  const { rows } = await sql<RunRow>`
    select * from offers.run where item = ${entry.key} and ended_at is null for update`.execute(
    ctx.db,
  );
  const [run] = rows;
  if (run === undefined) return lockRun(ctx, { entry } as Item); // another program ended it just now
  if (run.item_row === entry.no) return run;
  await sql`update offers.run set item_row = ${entry.no}, after = 0 where no = ${run.no}`.execute(
    ctx.db,
  );
  return { ...run, item_row: entry.no, after: 0 };
}

interface Found {
  readonly last: number | null;
  readonly looked: number;
  readonly offered: number;
}
async function findNext(ctx: Ctx, run: RunRow, chunk: number): Promise<Found> {
  const lapses = await lapsesOn(ctx);
  const { rows } = await sql<Found>`
    select * from offers.find(${run.item_row}::bigint, ${ctx.now}::timestamptz, ${today(ctx)}::date, ${lapses}::date,
      ${run.after}::bigint, ${chunk}, ${ctx.requestId})`.execute(ctx.db);
  return rows[0] ?? { last: null, looked: 0, offered: 0 };
}

const DAY_MS = 86_400_000;
/** The last day of an offer that is made now. */
export async function lapsesOn(ctx: Ctx): Promise<string> {
  const days = await offerSetting(ctx, 'offer_days');
  return dateOfDay(zoneOf(ctx.config.TIME_ZONE).dayOf(ctx.now.getTime() + days * DAY_MS));
}
