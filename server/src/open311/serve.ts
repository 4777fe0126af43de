// SPDX-License-Identifier: Apache-2.0
// The small sibling of the kernel's `serve` for a format that is not ours: addresses end in `.json` or
// `.xml`, a post is a form, and a refusal is a list of errors.
import { Refusal } from '@lilong/contracts/refusals';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { publicActor, systemActor } from '../kernel/actor.ts';
import type { Ctx } from '../kernel/ctx.ts';
import { type ForeignRequest, foreignWork } from '../kernel/foreign.ts';
import type { Host } from '../kernel/host.ts';
import { tokenHash } from '../kernel/keys.ts';
import { languageOf, refusalOf, sayRefusal } from '../kernel/problem.ts';
import { type Fields, Refusals } from './fields.ts';
import { contentTypes, type Format, type Spark, written } from './format.ts';

/** What a client asks: the name in the address, and the query or form. */
export interface Asked {
  readonly id: string;
  readonly fields: Fields;
}
/** One method of the interface, stated without its ending. */
export interface Resource {
  readonly method: 'GET' | 'POST';
  /** `/requests`, `/requests/:id`, `/requests/:id/updates`. */
  readonly path: string;
  /** The outermost element of its XML. */
  readonly root: string;
  /** Why it asks for no permission. */
  readonly open?: string;
  readonly handle: (ctx: Ctx, asked: Asked) => Promise<Spark>;
}

const longestForm = 100_000; // bytes
const endings = ['.json', '.xml', ''];

/** Serves the resources below `base`. */
export function serveResources(host: Host, base: string, resources: readonly Resource[]): void {
  const put = (http: FastifyInstance, _: unknown, done: () => void): void => {
    http.removeAllContentTypeParsers();
    http.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: longestForm },
      (_req, body, parsed) => parsed(null, body),
    );
    http.setErrorHandler((thrown, req, reply) => refuse(req, reply, thrown));
    for (const resource of resources)
      for (const url of addressesOf(resource.path))
        http.route({
          method: resource.method,
          url,
          handler: (req, reply) => answer(host, base, resource, req, reply),
        });
    http.all('/*', (req, reply) => refuse(req, reply, new Refusal('open311.path', {})));
    done();
  };
  host.http.register(put, { prefix: base });
}

/** The ending belongs to the last part: a parameter takes it along. */
function addressesOf(path: string): string[] {
  return path.endsWith('/:id') ? [path] : endings.map((ending) => `${path}${ending}`);
}

async function answer(
  host: Host,
  base: string,
  resource: Resource,
  req: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  try {
    const format = formatOf(req);
    const fields = fieldsOf(req);
    const id = (req.params as { id?: string }).id?.replace(/\.(json|xml)$/, '') ?? '';
    const work = (ctx: Ctx) => resource.handle(ctx, { id, fields });
    const made = await foreignWork(host, requestOf(host, base, resource, req, fields), work);
    return await send(reply, format, resource.root, made);
  } catch (thrown) {
    return refuse(req, reply, thrown);
  }
}

/** A session's cookie counts for nothing here, so no page elsewhere can post in somebody's name. */
function requestOf(
  host: Host,
  base: string,
  { method, path, open }: Resource,
  req: FastifyRequest,
  fields: Fields,
): ForeignRequest {
  const reads = method === 'GET';
  const anybody = publicActor(languageOf(req), req.ip);
  const actor = reads ? anybody : { ...systemActor, language: anybody.language, address: req.ip };
  const name = `${method} ${base}${path}`;
  return { name, actor, requestId: req.id, reads, open, retry: retryOf(host, name, req, fields) };
}

function retryOf(
  host: Host,
  route: string,
  req: FastifyRequest,
  fields: Fields,
): ForeignRequest['retry'] {
  const key = req.headers['idempotency-key'];
  if (req.method === 'GET' || typeof key !== 'string' || key === '') return undefined;
  if (key.length > 100)
    throw new Refusal('input.invalid', { field: 'Idempotency-Key', rule: 'maxLength' });
  const owner = `open311 ${tokenHash(fields.get('api_key') ?? '')}`;
  return { owner, key, route, digest: host.keys.digest('audit', fields.toString()) };
}

/** The query; of a post the form. */
function fieldsOf(req: FastifyRequest): Fields {
  if (req.method === 'GET') return new URLSearchParams(req.url.split('?')[1] ?? '');
  if (typeof req.body !== 'string') throw new Refusal('open311.form', {});
  return new URLSearchParams(req.body);
}

/** By the ending, else by `accept`; XML unless JSON is asked for, as the specification has it. */
function formatOf(req: FastifyRequest): Format {
  const [path = ''] = req.url.split('?');
  const ending = /\.(\w+)$/.exec(path)?.[1];
  if (ending === 'json' || ending === 'xml') return ending;
  if (ending !== undefined) throw new Refusal('open311.format', {});
  return req.headers.accept?.includes('application/json') === true ? 'json' : 'xml';
}

/** Pages elsewhere may read it: nothing here depends on a cookie. */
function send(reply: FastifyReply, format: Format, root: string, body: Spark): FastifyReply {
  reply
    .header('content-type', contentTypes[format])
    .header('access-control-allow-origin', '*')
    .header('vary', 'accept, accept-language');
  return reply.serializer(String).send(written(format, root, body));
}

/** The statuses that the specification knows: 403 for keys, 404 for what is not there, else 400; and 429 and 500. */
function statusOf({ code, status }: Refusal): number {
  if (code === 'open311.key') return 403;
  return [404, 429, 500].includes(status) ? status : 400;
}

function refuse(req: FastifyRequest, reply: FastifyReply, thrown: unknown): FastifyReply {
  const language = languageOf(req);
  const all = thrown instanceof Refusals ? thrown.all : [refusalIn(req, thrown)];
  const first = all[0] ?? refusalOf(thrown, req.id);
  if (first.code === 'server.fault') req.log.error({ err: thrown }, 'fault');
  const errors = all.map((refusal) => ({
    code: statusOf(refusal),
    description: sayRefusal(language, refusal.code, refusal.facts),
  }));
  reply.code(statusOf(first));
  if (first.code === 'auth.too-many')
    reply.header('retry-after', String(Number(first.facts.minutes) * 60));
  return send(reply, refusalFormat(req), 'errors', errors);
}

/** What is no form, or not readable as one, is said so; the kernel would speak of JSON. */
function refusalIn(req: FastifyRequest, thrown: unknown): Refusal {
  const status = (thrown as { statusCode?: number }).statusCode;
  if (thrown instanceof Refusal || status === undefined || status === 413)
    return refusalOf(thrown, req.id);
  return status < 500 ? new Refusal('open311.form', {}) : refusalOf(thrown, req.id);
}

function refusalFormat(req: FastifyRequest): Format {
  try {
    return formatOf(req);
  } catch {
    return 'xml';
  }
}
