// SPDX-License-Identifier: Apache-2.0
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { healthOf } from './clock.ts';
import type { Db } from './db.ts';
import type { Host } from './host.ts';
import { same } from './keys.ts';
import { countDead } from './selfcheck.ts';

const patienceMs = 2000; // a database that takes longer counts as not reachable
/** Seconds; the budget of a report is 0.025 at the 99th percentile. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** A figure that a module shows operators, asked for when they look. */
export interface Figure {
  readonly name: string;
  /** One line of English, as Prometheus shows it. */
  readonly help: string;
  readonly read: (db: Db, now: Date) => Promise<number>;
}

/** `/healthz`, `/metrics` and one log line for each request. Give it the figures of the modules. */
export function watch(host: Host, figures: readonly Figure[]): void {
  const registry = new Registry();
  const durations = new Histogram({
    name: 'lilong_request_seconds',
    help: 'Time from request to reply',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers: [registry],
  });
  host.http.addHook('onResponse', async (req, reply) => {
    const route = req.routeOptions.url ?? 'none';
    const { method } = req;
    const status = reply.statusCode;
    durations.observe({ method, route, status }, reply.elapsedTime / 1000);
    // No personal data: neither address, nor query, nor what the path holds.
    req.log.info({ method, route, status, ms: Math.round(reply.elapsedTime) }, 'request');
  });
  const gauges = [...own(host), ...figures];
  for (const figure of gauges) addGauge(host, registry, figure);
  new Gauge({
    name: 'lilong_database',
    help: 'Kind of database; the value is always 1',
    labelNames: ['kind'],
    registers: [registry],
  }).set({ kind: host.db.kind }, 1);
  let processIsWatched = false;
  host.http.get('/healthz', (_, reply) => answerHealth(host, reply));
  host.http.get('/metrics', async (req, reply) => {
    if (!mayMeasure(host, req)) return reply.code(404).send();
    if (!processIsWatched) collectDefaultMetrics({ register: registry });
    processIsWatched = true;
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

function addGauge(host: Host, registry: Registry, { name, help, read }: Figure): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      this.set(await read(host.db.kysely, host.clock()));
    },
  });
}

const own = (host: Host): readonly Figure[] => [
  {
    name: 'lilong_event_lag_seconds',
    help: 'Age of the oldest event that nobody has relayed',
    read: async (db, now) => Math.max(0, (await oldestEvent(db, now)) / 1000),
  },
  {
    name: 'lilong_live_listeners',
    help: 'Browsers that listen for changes at this process',
    read: async () => host.live.listeners.size,
  },
  {
    name: 'lilong_listening',
    help: '1 while notices of the other processes arrive, 0 while the connection for them is lost',
    read: async () => (host.db.isListening() ? 1 : 0),
  },
  {
    name: 'lilong_delivery_failures',
    help: 'Deliveries of this process that failed, each try counted',
    read: async () => host.subscribers.failures(),
  },
  {
    name: 'lilong_dead_letters',
    help: 'Deliveries that were given up after the last try',
    read: (db) => countDead(db),
  },
  {
    name: 'lilong_clock_jumps',
    help: 'How often the clock of the machine was turned, or the machine slept',
    read: async () => healthOf(host.clock).jumps,
  },
  {
    name: 'lilong_clock_ahead_seconds',
    help: 'How far the time in use is ahead of a clock that was turned back',
    read: async () => healthOf(host.clock).aheadMs / 1000,
  },
];

/** Milliseconds since the oldest unrelayed event; 0 when there is none. */
async function oldestEvent(db: Db, now: Date): Promise<number> {
  const { rows } = await sql<{ at: Date | null }>`
    select at from kernel.event where relayed_at is null order by no limit 1`.execute(db);
  const at = rows[0]?.at ?? null;
  return at === null ? 0 : now.getTime() - at.getTime();
}

/** Open to all: says whether the program answers and reaches its database, and nothing else. */
async function answerHealth(host: Host, reply: FastifyReply): Promise<FastifyReply> {
  const asked = sql`select 1`.execute(host.db.kysely).then(
    () => true,
    () => false,
  );
  const ok = await Promise.race([asked, after(patienceMs)]);
  const database = ok ? 'reachable' : 'unreachable';
  return reply
    .code(ok ? 200 : 503)
    .header('cache-control', 'no-store')
    .send({ ok, database });
}

function after(ms: number): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), ms).unref();
  });
}

/** With the token from anywhere; without it from this machine only, and not through a proxy on it. */
function mayMeasure(host: Host, req: FastifyRequest): boolean {
  const { METRICS_TOKEN } = host.config;
  const given = /^Bearer (.+)$/.exec(req.headers.authorization ?? '')?.[1];
  if (given !== undefined) return METRICS_TOKEN !== undefined && same(given, METRICS_TOKEN);
  const forwarded = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'];
  if (forwarded.some((name) => req.headers[name] !== undefined)) return false;
  return /^(127\.|::1$|::ffff:127\.)/.test(req.raw.socket.remoteAddress ?? '');
}
