// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { PgBoss } from 'pg-boss';
import { systemActor } from './actor.ts';
import type { Audience, Ctx } from './ctx.ts';
import type { Host } from './host.ts';
import { everything, type LiveNews } from './live.ts';
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
  readonly queue: string;
  readonly handle: (host: Host, heard: Heard) => Promise<void>;
}
/** Work done by the clock: `cron` in the deployment's time zone. */
export interface Schedule {
  readonly name: string;
  readonly cron: string;
  readonly run: (host: Host) => Promise<void>;
}
type Handle = (ctx: Ctx, heard: Heard, host: Host) => Promise<void>;
export interface Subscribers {
  readonly events: Subscriber[];
  readonly schedules: Schedule[];
  /** In a transaction of its own, one delivery after the other. */
  on(event: string, name: string, handle: Handle): void;
  /** For what waits for a machine outside: no transaction is held meanwhile, and no other delivery waits. */
  send(event: string, name: string, handle: Subscriber['handle']): void;
  every(cron: string, name: string, run: Schedule['run']): void;
  /** Deliveries of this process that failed, each try counted. */
  failures(): number;
  countFailure(): void;
}

export function makeSubscribers(): Subscribers {
  const events: Subscriber[] = [];
  const schedules: Schedule[] = [];
  let failed = 0;
  return {
    events,
    schedules,
    on: (event, name, handle) => {
      const inTransaction: Subscriber['handle'] = (host, heard) =>
        asSystem(host, name, systemActor, (ctx) => handle(ctx, heard, host));
      events.push({ event, name, queue: deliveryQueue, handle: inTransaction });
    },
    send: (event, name, handle) => events.push({ event, name, queue: sendQueue, handle }),
    every: (cron, name, run) => schedules.push({ name, cron, run }),
    failures: () => failed,
    countFailure: () => {
      failed += 1;
    },
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
export const sendQueue = 'send';
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
    const executeSql = async (text: string, values: unknown[] = []) => {
      const done = await db.executeQuery({
        sql: text,
        parameters: values,
        query: { kind: 'RawNode' } as never,
        queryId: { queryId: 'relay' },
      });
      return { rows: done.rows };
    };
    for (const queue of [deliveryQueue, sendQueue]) {
      const jobs = jobsFor(host, queue, rows);
      if (jobs.length > 0) await boss.insert(queue, jobs, { db: { executeSql } as never });
    }
    for (const news of noticesOf(newsOf(rows)))
      await runLater(db, sql`select pg_notify('lilong_live', ${JSON.stringify(news)})`);
    return rows.length;
  });
  return claimed;
}

/** One job for each that hears of it. */
function jobsFor({ subscribers }: Host, queue: string, rows: readonly Heard[]) {
  return rows.flatMap((heard) =>
    subscribers.events
      .filter((one) => one.event === heard.name && one.queue === queue)
      .map(({ name }) => ({
        data: { subscriber: name, heard },
        ...deliveryOptions,
        deadLetter: deadQueue,
      })),
  );
}

/** Who should look again; what is to be said twice is said once. */
function newsOf(rows: readonly Heard[]): LiveNews[] {
  const seen = new Map<string, LiveNews>();
  for (const { name, place, audience } of rows) {
    const news = {
      topic: topicOf(name),
      place,
      organisations: audience.organisations ?? [],
      accounts: audience.accounts ?? [],
      ...(audience.aloud === undefined ? {} : { aloud: audience.aloud }),
    };
    seen.set(JSON.stringify(news), news);
  }
  return [...seen.values()];
}
/** PostgreSQL carries less than 8,000 bytes in one. */
const noticeBytes = 7_000;
/** A batch of calls from all halls fits; more than that is too much to say. */
const mostNotices = 10;

export function noticesOf(all: readonly LiveNews[]): LiveNews[][] {
  const notices: LiveNews[][] = [];
  let bytes = noticeBytes;
  for (const news of all) {
    const own = Buffer.byteLength(JSON.stringify(news)) + 1;
    if (own > noticeBytes) return [[everything]];
    if (bytes + own > noticeBytes) {
      notices.push([]);
      bytes = 0;
    }
    notices.at(-1)?.push(news);
    bytes += own;
  }
  return notices.length > mostNotices ? [[everything]] : notices;
}
/** Nouns of events whose screens listen to another word. */
const topics: Readonly<Record<string, string>> = {
  case: 'cases',
  report: 'cases',
  handover: 'handovers',
  ticket: 'counters',
  booking: 'counters',
  affair: 'affairs',
  rating: 'ratings',
};
/** The topic of `liveTopics` that screens listen to. */
function topicOf(name: string): string {
  const noun = name.split('.')[0] ?? '';
  return topics[noun] ?? noun;
}

/** What a job carries. */
export interface Delivery {
  readonly subscriber: string;
  readonly heard: Heard;
}

/** Hands one waiting job to its subscriber. That it failed is logged and counted; it is tried again. */
export async function deliver(host: Host, { subscriber, heard }: Delivery): Promise<void> {
  try {
    const found = host.subscribers.events.find(({ name }) => name === subscriber);
    if (found === undefined) throw new Error(`no subscriber is called ${subscriber}`);
    await found.handle(host, heard);
  } catch (fault) {
    host.subscribers.countFailure();
    host.http.log.warn({ err: fault, subscriber }, 'delivery failed');
    throw fault;
  }
}
