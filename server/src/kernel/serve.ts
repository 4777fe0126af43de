// SPDX-License-Identifier: Apache-2.0
import { Refusal } from '@lilong/contracts/refusals';
import { type InputOf, pathKeys, type ReplyOf, type Route } from '@lilong/contracts/route';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Type } from 'typebox';
import type { Actor } from './actor.ts';
import { type Ctx, makeCtx } from './ctx.ts';
import { auditRow, flush } from './flush.ts';
import type { Host } from './host.ts';
import { answerProblem, languageOf, refusalOf } from './problem.ts';
import { firstAnswer, giveAgain, memoryOf, type Retry, retryOf } from './retries.ts';

export interface ServeOptions {
  /** Why this route asks for no permission. Somebody who has not signed in may call it. */
  readonly open?: string;
  /** A GET that writes (it opens a person's record). */
  readonly writes?: true;
  /** A POST that only reads: what it asks for must not stand in an address, where histories and proxies keep it. */
  readonly reads?: true;
  /** Called when the reply is ready, for cookies. Such a reply is not remembered for retries. */
  readonly onReply?: (reply: FastifyReply, made: never, req: FastifyRequest) => void;
  /** The reply shows something once (a first password): what a retry finds of it is sealed. */
  readonly secret?: true;
  /** Largest body in bytes. */
  readonly bodyLimit?: number;
}
export type Handler<T extends Route> = (ctx: Ctx, input: InputOf<T>) => Promise<ReplyOf<T>>;
export interface Served {
  readonly route: Route;
  readonly open: string | undefined;
  /** A retry with the same key gets the first reply. */
  readonly remembers: boolean;
}

/** One request, as it is run. */
export interface Request {
  readonly actor: Actor;
  readonly input: object;
  readonly id: string;
  readonly retry: Retry | undefined;
}
type Run = (request: Request) => Promise<unknown>;

/** Serves one route: validate → who, acting as what → transaction → domain function → asked? → flush → commit. */
export function serve<T extends Route>(
  host: Host,
  route: T,
  handle: Handler<T>,
  options: ServeOptions = {},
): void {
  serveBy(host, route, options, (request) =>
    runOnce(host, route, handle as Handler<Route>, options, request),
  );
}

/** The same, however a request is run. */
export function serveBy(host: Host, route: Route, options: ServeOptions, run: Run): void {
  const keys = pathKeys(route.path);
  const rest = Type.Omit(route.input, keys as never);
  const remembers = options.onReply === undefined && options.reads !== true;
  host.served.push({ route, open: options.open, remembers });
  host.http.route({
    method: route.method,
    url: route.path,
    ...(options.bodyLimit === undefined ? {} : { bodyLimit: options.bodyLimit }),
    schema: {
      params: strict(Type.Pick(route.input, keys as never)),
      ...(route.method === 'GET' ? { querystring: strict(rest) } : { body: strict(rest) }),
      response: { 200: route.reply },
    },
    handler: (req, reply) => answer(host, route, options, run, req, reply),
  });
}

/** A misspelt field is refused, not dropped. */
function strict(schema: object): object {
  return { ...schema, additionalProperties: false };
}

async function answer(
  host: Host,
  route: Route,
  options: ServeOptions,
  run: Run,
  req: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const actor = await host.whoIs(req, languageOf(req));
  let retry: Retry | undefined;
  try {
    if (options.open === undefined && actor.kind === 'public')
      throw new Refusal('auth.sign-in-first', {});
    if (route.method !== 'GET') checkCsrf(actor, req);
    if (!isRead(route, options) && options.onReply === undefined)
      retry = retryOf(host, route, actor, req);
    const input = Object.assign({}, req.query, req.body, req.params);
    const made = await run({ actor, input, id: req.id, retry });
    options.onReply?.(reply, made as never, req);
    return await reply.send(made);
  } catch (thrown) {
    return refuse(host, route, options, actor, req, reply, retry, thrown);
  }
}

export const isRead = ({ method }: Route, { reads, writes }: ServeOptions): boolean =>
  reads === true || (method === 'GET' && writes !== true);

/** A transaction that is to be: what only reads may not write. */
export const transactionFor = ({ db: { kysely } }: Host, route: Route, options: ServeOptions) =>
  isRead(route, options) ? kysely.transaction().setAccessMode('read only') : kysely.transaction();

/** One request in a transaction of its own. */
export async function runOnce(
  host: Host,
  route: Route,
  handle: Handler<Route>,
  options: ServeOptions,
  { actor, input, id, retry }: Request,
): Promise<unknown> {
  let afterwards: (() => void)[] = [];
  const made = await transactionFor(host, route, options).execute(async (db) => {
    const gathered = makeCtx(host, db, actor, host.clock(), id);
    const result = await handle(gathered.ctx, input as never).catch((thrown: unknown) => {
      if (thrown instanceof Refusal && gathered.keptThoughRefused()) return thrown;
      throw thrown;
    });
    if (options.open === undefined && !gathered.asked())
      throw new Error(`${route.path} replied without asking for permission`);
    afterwards = gathered.afterwards;
    if (isRead(route, options)) {
      host.reads.add(gathered);
      return result;
    }
    await flush(db, gathered, host.keys, memoryOf(host, options, retry, result));
    if (gathered.emitted.length > 0) afterwards.push(host.wake);
    return result;
  });
  for (const run of afterwards) run();
  if (made instanceof Refusal) throw made;
  return made;
}

/** Writes with a session cookie must show that they come from our own pages. */
function checkCsrf(actor: Actor, req: FastifyRequest): void {
  if (actor.csrf !== null && req.headers['x-csrf'] !== actor.csrf)
    throw new Refusal('auth.csrf', {});
}

/** A retry that fails gets the first try's reply; everything else is refused and audited. */
async function refuse(
  host: Host,
  route: Route,
  options: ServeOptions,
  actor: Actor,
  req: FastifyRequest,
  reply: FastifyReply,
  retry: Retry | undefined,
  thrown: unknown,
): Promise<FastifyReply> {
  let fault = thrown;
  try {
    const again = retry === undefined ? undefined : await firstAnswer(host, options, retry);
    if (again !== undefined) return giveAgain(reply, again);
  } catch (other) {
    fault = other;
  }
  const refusal = refusalOf(fault, req.id);
  if (refusal.code === 'server.fault') req.log.error({ err: fault, route: route.path }, 'fault');
  else if (refusal.status !== 404 && actor.kind !== 'public')
    await auditRefused(host, route, actor, req, refusal);
  await answerProblem(reply, refusal, actor.language);
  return reply;
}

/** Refused attempts are audited in a transaction of their own; the request's was rolled back. */
async function auditRefused(
  host: Host,
  route: Route,
  actor: Actor,
  req: FastifyRequest,
  refusal: Refusal,
): Promise<void> {
  const at = host.clock();
  const ref = (req.params as Record<string, string> | undefined)?.ref;
  const row = auditRow(
    host.keys,
    actor,
    at,
    req.id,
    { act: `${route.method} ${route.path}`, subject: ref, facts: req.body },
    refusal.code,
  );
  await host.db.kysely
    .insertInto('kernel.audit')
    .values({ at, ...row })
    .execute();
}

/** Runs work of the program itself (a subscriber, a schedule) with a ctx of its own. */
export async function asSystem<R>(
  host: Host,
  name: string,
  actor: Actor,
  work: (ctx: Ctx) => Promise<R>,
): Promise<R> {
  let afterwards: (() => void)[] = [];
  const made = await host.db.kysely.transaction().execute(async (db) => {
    const gathered = makeCtx(host, db, actor, host.clock(), name);
    const result = await work(gathered.ctx);
    await flush(db, gathered, host.keys);
    afterwards = gathered.afterwards;
    if (gathered.emitted.length > 0) afterwards.push(host.wake);
    return result;
  });
  for (const run of afterwards) run();
  return made;
}
