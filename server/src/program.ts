// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import compress from '@fastify/compress';
import { Ajv, type ValidateFunction } from 'ajv';
import * as addFormats from 'ajv-formats';
import fastJsonStringify from 'fast-json-stringify';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import type { Config } from './config.ts';
import { serveFronts } from './fronts.ts';
import { safeHeaders } from './headers.ts';
import { publicActor } from './kernel/actor.ts';
import { makeCatalogue } from './kernel/catalogue.ts';
import type { Clock } from './kernel/clock.ts';
import type { Database } from './kernel/db.ts';
import { makeSubscribers } from './kernel/events.ts';
import type { FileStore } from './kernel/filestore.ts';
import type { Host } from './kernel/host.ts';
import { type Jobs, startJobs } from './kernel/jobs.ts';
import type { Keys } from './kernel/keys.ts';
import { hearNews, makeLive, serveLive } from './kernel/live.ts';
import { type LogTarget, plainFault } from './kernel/log.ts';
import { serveOpenapi } from './kernel/openapi.ts';
import { serveOpenapiPage } from './kernel/openapi-page.ts';
import { answerProblem, languageOf, refusalOf } from './kernel/problem.ts';
import { makeReads } from './kernel/reads.ts';
import { sweepNightly } from './kernel/sweep.ts';
import { watch } from './kernel/watch.ts';
import { figures, modules } from './modules.ts';

export interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  readonly config: Config;
  readonly keys: Keys;
  readonly files: FileStore;
  readonly demo: boolean;
  /** Where log lines go; standard output unless told. */
  readonly log?: LogTarget;
}
/** One running program, without its port. */
export interface Program {
  readonly host: Host;
  readonly jobs: Jobs;
  /** Ends requests, jobs and the database, in that order. */
  close(): Promise<void>;
}

/** Puts the program together on an open, migrated database. */
export async function makeProgram(parts: Parts): Promise<Program> {
  const http = makeHttp(parts.config, parts.log);
  const host: Host = {
    ...parts,
    http,
    catalogue: makeCatalogue(),
    live: makeLive(),
    subscribers: makeSubscribers(),
    reads: makeReads(parts.db, parts.keys, (fault) =>
      http.log.error({ err: fault }, 'audit of reads'),
    ),
    whoIs: async (req, language) => publicActor(language, req.ip),
    wake: () => undefined,
    served: [],
    seesFile: [],
    sawFile: [],
    tellsOwn: [],
    tellGranted: async () => null,
  };
  await http.register(compress, { threshold: 1024 });
  watch(host, figures);
  serveFronts(http, builtFolder('home'), builtFolder('desk'));
  serveLive(host);
  serveOpenapi(host);
  serveOpenapiPage(host);
  for (const put of modules) put(host);
  sweepNightly(host);
  await hearNews(host);
  const jobs = await startJobs(host);
  return {
    host,
    jobs,
    close: async () => {
      host.live.close();
      await http.close();
      await jobs.stop();
      await host.reads.flush();
      await parts.db.close();
    },
  };
}

function makeHttp(config: Config, log: Parts['log']): FastifyInstance {
  const http = fastify({
    logger: {
      level: config.LOG_LEVEL,
      ...(log === undefined ? {} : { stream: log }),
      // No personal data: neither address nor query, only the route.
      serializers: {
        req: (req) => ({ method: req.method, route: req.routeOptions?.url }),
        err: plainFault,
      },
    },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.TRUST_PROXY,
    genReqId: () => randomUUID(),
    bodyLimit: 5_000_000,
    forceCloseConnections: true,
  });
  coerceQueriesOnly(http);
  writeWhenAnswered(http);
  const headers = safeHeaders(config.MAP_TILES);
  http.addHook('onSend', async (req, reply) => {
    reply.header('x-request-id', req.id);
    reply.headers(headers);
  });
  http.setErrorHandler((thrown, req, reply) => {
    const refusal = refusalOf(thrown, req.id);
    if (refusal.code === 'server.fault') req.log.error({ err: thrown }, 'fault');
    return answerProblem(reply, refusal, languageOf(req));
  });
  return http;
}

/** Queries and paths are text and become numbers; bodies are never coerced, and nothing is dropped or filled in. */
function coerceQueriesOnly(http: FastifyInstance): void {
  const bodies = new Ajv({ strict: false });
  const queries = new Ajv({ strict: false, coerceTypes: true });
  addFormats.default(bodies);
  addFormats.default(queries);
  http.setValidatorCompiler(({ schema, httpPart }) =>
    whenFirstAsked(() => (httpPart === 'body' ? bodies : queries).compile(schema as object)),
  );
}

/** What turns a reply into text is compiled when the route is first answered. */
function writeWhenAnswered(http: FastifyInstance): void {
  http.setSerializerCompiler(({ schema }) => {
    let write: ((reply: unknown) => string) | undefined;
    return (reply: unknown) => {
      write ??= fastJsonStringify(schema as object);
      return write(reply);
    };
  });
}

/** A check that is compiled when somebody first needs it: a start would wait a second for those of all routes. */
function whenFirstAsked(compile: () => ValidateFunction): ValidateFunction {
  let check: ValidateFunction | undefined;
  const ask = (data: unknown): boolean => {
    check ??= compile();
    const fits = check(data) as boolean; // none of our schemas is asynchronous
    ask.errors = check.errors;
    return fits;
  };
  ask.errors = undefined as ValidateFunction['errors'];
  return ask as ValidateFunction;
}

function builtFolder(front: 'home' | 'desk'): string {
  return fileURLToPath(new URL(`../../${front}/dist/`, import.meta.url));
}
