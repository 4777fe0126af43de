// SPDX-License-Identifier: Apache-2.0
// What happens by the clock: nobody asked within five days, a matter that is over is filed, a year was published.
import type { RowKey } from '@lilong/contracts/refs';
import { sql } from 'kysely';
import { systemActor } from '../kernel/actor.ts';
import type { Ctx } from '../kernel/ctx.ts';
import type { Heard } from '../kernel/events.ts';
import type { Host } from '../kernel/host.ts';
import { settingOf } from '../kernel/in-force.ts';
import { asSystem } from '../kernel/serve.ts';
import { recounted } from './clocks.ts';
import { joinUp } from './joint.ts';
import { foldLoad, forgetLoad } from './load-queries.ts';
import { insertStep, updateApplication } from './queries.ts';
import { lookEverywhere } from './reach.ts';
import { deleteReceiptsOver } from './receipt-queries.ts';
import { daysToFollow } from './receipts.ts';
import { clockFacts } from './settings.ts';
import type { ApplicationRow } from './tables.ts';
import { jointEvent, moved, settle, standing, tell } from './walk.ts';

/** Rows in one transaction. */
const CHUNK = 200;
const mostRounds = 500;

export function affairsOn({ subscribers }: Host): void {
  subscribers.every('*/10 * * * *', 'affairs.deem', deemAccepted);
  subscribers.every('* * * * *', 'affairs.fold-load', foldLoad);
  subscribers.every('31 2 * * *', 'affairs.forget-load', forgetLoad);
  subscribers.every('53 1 * * *', 'affairs.archive', archiveOver);
  subscribers.every('11 2 * * *', 'affairs.receipts', forgetReceipts);
  subscribers.on('catalogue.approved', 'affairs.republish', republish);
  subscribers.on(jointEvent, 'affairs.joint', joinUp);
  subscribers.on(recountEvent, 'affairs.republish-more', republish);
}

async function inRounds(host: Host, name: string, work: (ctx: Ctx) => Promise<number>) {
  for (let round = 0; round < mostRounds; round++) {
    const done = await asSystem(host, name, systemActor, async (ctx) => {
      await lookEverywhere(ctx);
      return work(ctx);
    });
    if (done < CHUNK) break;
  }
}

/** What was neither accepted nor asked about within five days is accepted as of the day of receipt. */
export async function deemAccepted(host: Host): Promise<void> {
  await inRounds(host, 'affairs.deem', async (ctx) => {
    const { rows } = await sql<ApplicationRow>`
      select * from affairs.application where clock = 'receipt' and due_at < ${ctx.now}::timestamptz
      order by due_at limit ${CHUNK} for update skip locked`.execute(ctx.db);
    const facts = await clockFacts(ctx);
    for (const row of rows) await settle(ctx, row, moved(standing(row), 'deem', {}, facts));
    return rows.length;
  });
}

/** Days after which what is over is filed. 示例. */
const archiveAfter = 30;
const DAY_MS = 86_400_000;

export async function archiveOver(host: Host): Promise<void> {
  await inRounds(host, 'affairs.archive', async (ctx) => {
    const days = await settingOf(ctx, 'affair_archive_days', archiveAfter);
    const before = new Date(ctx.now.getTime() - days * DAY_MS);
    const { rows } = await sql<ApplicationRow>`
      select * from affairs.application
      where state in ('not_accepted', 'withdrawn', 'void', 'returned', 'delivered') and changed_at < ${before}::timestamptz
      order by changed_at limit ${CHUNK} for update skip locked`.execute(ctx.db);
    const facts = await clockFacts(ctx);
    for (const row of rows) await settle(ctx, row, moved(standing(row), 'archive', {}, facts));
    return rows.length;
  });
}

/** More wait for the new calendar: the next batch, in a transaction of its own. */
const recountEvent = 'affairs.recount';

/** What no sheet opens any more is forgotten. */
export async function forgetReceipts(host: Host): Promise<void> {
  await inRounds(host, 'affairs.receipts', async (ctx) => {
    const before = new Date(ctx.now.getTime() - (await daysToFollow(ctx)) * DAY_MS);
    return deleteReceiptsOver(ctx, before, CHUNK);
  });
}

/** A calendar year was published: what was counted over assumed days is counted again, and a change is shown. */
export async function republish(ctx: Ctx, { facts }: Pick<Heard, 'facts'>): Promise<void> {
  if (facts.kind !== 'calendar_year') return;
  ctx.catalogue.forget(); // the row may have been approved by another process
  await lookEverywhere(ctx);
  const after = (facts.after as RowKey | undefined) ?? { street: 0, no: 0 }; // written here only
  const { rows } = await sql<ApplicationRow>`
    select * from affairs.application where provisional and (street, no) > (${after.street}, ${after.no})
    order by street, no limit ${CHUNK} for update`.execute(ctx.db);
  for (const row of rows) await recount(ctx, row);
  const last = rows.at(-1);
  if (last === undefined || rows.length < CHUNK) return;
  ctx.emit({
    ...{ name: recountEvent, street: last.street, subject: 'calendar', place: null, audience: {} },
    facts: { kind: 'calendar_year', after: { street: last.street, no: last.no } },
  });
}

async function recount(ctx: Ctx, row: ApplicationRow): Promise<void> {
  const patch = recounted(row, await clockFacts(ctx));
  const left = await updateApplication(ctx, row, patch);
  if (left.due_at?.getTime() === row.due_at?.getTime()) return;
  await insertStep(ctx, left, { did: 'promise_changed', dueAt: left.due_at });
  tell(ctx, left, row);
}
