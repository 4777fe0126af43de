// SPDX-License-Identifier: Apache-2.0
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import type { Database } from './db.ts';
import {
  type Delivery,
  deadQueue,
  deliver,
  deliveryQueue,
  relayBatch,
  relayOnce,
  sendQueue,
} from './events.ts';
import type { Host } from './host.ts';

const fallback = 200; // ms between looks when nobody woke the relay
/** Between two batches: what happens meanwhile goes out together, and screens still look again within a second. */
const pause = 40; // ms
/** Messages on their way at once: one that a gateway is slow to take does not keep the others. */
const senders = 2;

const queues = [deadQueue, deliveryQueue, sendQueue];

export interface Jobs {
  /** Relays and delivers until nothing waits; tests use it instead of waiting. */
  settleDown(): Promise<void>;
  stop(): Promise<void>;
}

function makeBoss(db: Database, migrates: boolean): PgBoss {
  const boss = new PgBoss({
    db: { executeSql: db.run },
    schema: 'pgboss',
    migrate: migrates,
    createSchema: migrates,
  } as never);
  boss.on('error', () => undefined); // a failed look is tried again at the next one
  return boss;
}

/** Makes the job tables; part of migration, run as the owner. */
export async function migrateJobs(db: Database): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: db.run },
    schema: 'pgboss',
    supervise: false,
    schedule: false,
  } as never);
  await boss.start();
  for (const name of queues) await boss.createQueue(name);
  await boss.stop({ graceful: false });
}

/** Starts the relay, the deliveries and the schedules of this process. */
export async function startJobs(host: Host): Promise<Jobs> {
  const boss = makeBoss(host.db, false);
  await boss.start();
  await boss.createQueue(sendQueue); // a database from before there was one
  const deliverJobs = async (jobs: { data: unknown }[]): Promise<void> => {
    for (const job of jobs) await deliver(host, job.data as Delivery); // as the relay wrote it
  };
  await boss.work(deliveryQueue, { batchSize: 1, pollingIntervalSeconds: 0.5 }, deliverJobs);
  const sending = { batchSize: 1, pollingIntervalSeconds: 1, localConcurrency: senders };
  await boss.work(sendQueue, sending, deliverJobs);
  for (const { name, cron, run } of host.subscribers.schedules) {
    await boss.createQueue(name);
    await boss.work(name, { pollingIntervalSeconds: 30 }, () => run(host));
    await boss.schedule(name, cron, {}, { tz: host.config.TIME_ZONE });
  }
  const relay = startRelay(host, boss);
  return {
    settleDown: async () => {
      while (await isUnderWay(host)) {
        const did = (await relayOnce(host, boss)) + (await deliverWaiting(host, boss));
        if (did === 0) await sleep(20); // this process's own relay or worker has it in hand
      }
      await host.reads.flush();
    },
    stop: async () => {
      await relay.stop();
      await boss.stop({ graceful: false });
    },
  };
}

/** True while an event is not relayed or a job not done. Jobs that failed wait for their next try and do not count. */
async function isUnderWay(host: Host): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`
    select exists (select from kernel.event where relayed_at is null)
      or exists (select from pgboss.job where name in (${deliveryQueue}, ${sendQueue}) and state in ('created', 'active')) as yes`.execute(
    host.db.kysely,
  );
  return rows[0]?.yes === true;
}

async function deliverWaiting(host: Host, boss: PgBoss): Promise<number> {
  let done = 0;
  for (const queue of [deliveryQueue, sendQueue])
    for (const job of await boss.fetch<Delivery>(queue, { batchSize: 50 })) {
      await deliver(host, job.data).catch(async (fault: unknown) => {
        await boss.fail(queue, job.id); // it waits for its next try, as it would from the worker
        throw fault;
      });
      await boss.complete(queue, job.id);
      done += 1;
    }
  return done;
}

/** One relay per process: woken by its own requests, else every 200 ms. */
function startRelay(host: Host, boss: PgBoss): { stop(): Promise<void> } {
  let going = true;
  let woken = (): void => undefined;
  let again = false; // woken while it looked: what was committed meanwhile may not have been seen
  host.wake = () => {
    again = true;
    woken();
  };
  const run = async (): Promise<void> => {
    while (going) {
      again = false;
      const relayed = await relayOnce(host, boss).catch((fault: unknown) => {
        if (going) host.http.log.error({ err: fault }, 'relay');
        return 0;
      });
      if (relayed === relayBatch || !going) continue;
      if (relayed > 0) await sleep(pause);
      else if (!again)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, fallback);
          woken = () => {
            clearTimeout(timer);
            resolve();
          };
        });
    }
  };
  const ended = run();
  return {
    stop: () => {
      going = false;
      woken();
      return ended;
    },
  };
}
