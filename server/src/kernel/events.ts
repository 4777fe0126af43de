// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { PgBoss } from 'pg-boss';
import { systemActor } from './actor.ts';
import type { Audience, Ctx } from './ctx.ts';
import type { Host } from './host.ts';
import type { LiveNews } from './live.ts';
import { runLater } from './pipelined.ts';
import { asSystem } from './serve.ts';

/** An event as a subscriber gets it: at least once, perhaps out of order, so it reads what it needs afresh. */
export interface Heard {
  readonly street: number;
  readonly no: number;
  readonly name: string;
  readonly subject: string;
  readonly place: number | null;
  readonly facts: Record<string, unknown>;
  readonly audience: Audience;
}
export interface Subscriber {
  readonly event: string;
  /** Stored with waiting jobs: renaming it takes a migration. */
  readonly name: string;
  readonly handle: (ctx: Ctx, heard: Heard, host: Host) => Promise<void>;
}
/** Work done by the clock: `cron` in the deployment's time zone. */
export interface Schedule {
  readonly name: string;
  readonly cron: string;
  readonly run: (host: Host) => Promise<void>;
}
export interface Subscribers {
  readonly events: Subscriber[];
  readonly schedules: Schedule[];
  on(event: string, name: string, handle: Subscriber['handle']): void;
  every(cron: string, name: string, run: Schedule['run']): void;
}

export function makeSubscribers(): Subscribers {
  const events: Subscriber[] = [];
  const schedules: Schedule[] = [];
  return {
    events,
    schedules,
    on: (event, name, handle) => events.push({ event, name, handle }),
    every: (cron, name, run) => schedules.push({ name, cron, run }),
  };
}

/** Retries at 2, 4, 8 … s, at most an hour apart; then the dead-letter queue. */
export const deliveryOptions = {
  retryLimit: 12,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 3600,
};
export const deliveryQueue = 'deliver';
export const deadQueue = 'dead';
/** Events that one relay claims at most. */
export const relayBatch = 200;

/**
 * Claims unrelayed events (a flag and `skip locked`, never a sequence cursor: commit order is not number
 * order), hands them to the subscribers' jobs and tells the screens where to look again.
 *
 * @returns how many were relayed
 */
export async function relayOnce(host: Host, boss: PgBoss): Promise<number> {
  const claimed = await host.db.kysely.transaction().execute(async (db) => {
    const { rows } = await sql<Heard>`
      update kernel.event as e set relayed_at = ${host.clock()}::timestamptz
      where (e.street, e.no) in (
        select street, no from kernel.event where relayed_at is null order by no limit ${relayBatch} for update skip locked)
      returning e.street, e.no, e.name, e.subject, e.place, e.facts, e.audience`.execute(db);
    const jobs = rows.flatMap((heard) =>
      host.subscribers.events
        .filter(({ event }) => event === heard.name)
        .map(({ name }) => ({
          data: { subscriber: name, heard },
          ...deliveryOptions,
          deadLetter: deadQueue,
        })),
    );
    const executeSql = async (text: string, values: unknown[] = []) => {
      const done = await db.executeQuery({
        sql: text,
        parameters: values,
        query: { kind: 'RawNode' } as never,
        queryId: { queryId: 'relay' },
      });
      return { rows: done.rows };
    };
    if (jobs.length > 0) await boss.insert(deliveryQueue, jobs, { db: { executeSql } as never });
    if (rows.length > 0)
      await runLater(db, sql`select pg_notify('lilong_live', ${JSON.stringify(newsOf(rows))})`);
    return rows.length;
  });
  return claimed;
}

/** Who should look again; places of one street fold into few entries so that a notice stays below 8 kB. */
function newsOf(rows: readonly Heard[]): LiveNews[] {
  const seen = new Map<string, LiveNews>();
  for (const { name, place, audience } of rows) {
    const news = {
      topic: topicOf(name),
      place,
      organisations: audience.organisations ?? [],
      accounts: audience.accounts ?? [],
    };
    seen.set(JSON.stringify(news), news);
  }
  const all = [...seen.values()];
  return JSON.stringify(all).length < 7000
    ? all
    : [{ topic: 'cases', place: null, organisations: [], accounts: [], everyone: true }];
}
/** Nouns of events whose screens listen to another word. */
const topics: Readonly<Record<string, string>> = {
  case: 'cases',
  report: 'cases',
  handover: 'handovers',
};
/** The topic of `liveTopics` that screens listen to. */
function topicOf(name: string): string {
  const noun = name.split('.')[0] ?? '';
  return topics[noun] ?? noun;
}

/** Hands one waiting job to its subscriber, in a transaction of its own. */
export async function deliver(
  host: Host,
  data: { subscriber: string; heard: Heard },
): Promise<void> {
  const found = host.subscribers.events.find(({ name }) => name === data.subscriber);
  if (found === undefined) throw new Error(`no subscriber is called ${data.subscriber}`);
  await asSystem(host, data.subscriber, systemActor, (ctx) => found.handle(ctx, data.heard, host));
}
