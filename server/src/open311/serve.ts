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
import { everythingIn, type Form, formOf, formRefusal, takeForms } from './form.ts';
import { contentTypes, type Format, type Spark, written } from './format.ts';
import type { KeyRow } from './key-queries.ts';
import { keepPictures, type Pictures } from './pictures.ts';

/** What a client asks: the name in the address, and the query or form. */
export interface Asked {
  readonly id: string;
  readonly fields: Fields;
}
/** A form of a key that was let in, with its pictures stored. */
export interface Posted extends Asked {
  readonly key: KeyRow;
  readonly pictures: Pictures;
}
/** One method of the interface, stated without its ending. */
interface Method {
  /** `/requests`, `/requests/:id`, `/requests/:id/updates`. */
  readonly path: string;
  /** The outermost element of its XML. */
  readonly root: string;
}
export interface Reading extends Method {
  readonly method: 'GET';
  /** Why it asks for no permission. */
  readonly open: string;
  readonly handle: (ctx: Ctx, asked: Asked) => Promise<Spark>;
}
export interface Posting extends Method {
  readonly method: 'POST';
  /** Asked before anybody looks at the pictures. */
  readonly admit: (ctx: Ctx, fields: Fields) => Promise<KeyRow>;
  readonly handle: (ctx: Ctx, posted: Posted) => Promise<Spark>;
}
export type Resource = Reading | Posting;

const endings = ['.json', '.xml', ''];

/** Serves the resources below `base`. A form may bring as much as two of the largest photos. */
export function serveResources(host: Host, base: string, resources: readonly Resource[]): void {
  const put = (http: FastifyInstance, _: unknown, done: () => void): void => {
    const mostBytes = 2 * host.config.PHOTO_MAX_BYTES;
    takeForms(http, mostBytes);
    http.setErrorHandler((thrown, req, reply) =>
      refuse(req, reply, formRefusal(thrown, mostBytes)),
    );
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
    const form = formOf(req);
    const id = (req.params as { id?: string }).id?.replace(/\.(json|xml)$/, '') ?? '';
    const name = `${resource.method} ${base}${resource.path}`;
    const actor = publicActor(languageOf(req), req.ip);
    const asked: ForeignRequest = { name, actor, requestId: req.id, reads: true };
    const made =
      resource.method === 'GET'
        ? await foreignWork(host, { ...asked, open: resource.open }, (ctx) =>
            resource.handle(ctx, { id, fields: form.fields }),
          )
        : await post(
            host,
            resource,
            { ...asked, retry: await retryOf(host, name, req, form) },
            form,
          );
    return await send(reply, format, resource.root, made);
  } catch (thrown) {
    return refuse(req, reply, thrown);
  }
}

/** A session's cookie counts for nothing here, so no page elsewhere can post in somebody's name. */
async function post(
  host: Host,
  { admit, handle }: Posting,
  asked: ForeignRequest,
  { fields, files }: Form,
): Promise<Spark> {
  const first = { ...asked, open: 'the key is the permission', retry: undefined };
  const key = await foreignWork(host, first, (ctx) => admit(ctx, fields));
  const pictures = await keepPictures(host, files);
  const { language, address } = asked.actor;
  const write = { ...asked, reads: false, actor: { ...systemActor, language, address } };
  return foreignWork(host, write, (ctx) => handle(ctx, { id: '', fields, key, pictures }));
}

async function retryOf(
  host: Host,
  route: string,
  req: FastifyRequest,
  form: Form,
): Promise<ForeignRequest['retry']> {
  const key = req.headers['idempotency-key'];
  if (typeof key !== 'string' || key === '') return undefined;
  if (key.length > 100)
    throw new Refusal('input.invalid', { field: 'Idempotency-Key', rule: 'maxLength' });
  const owner = `open311 ${tokenHash(form.fields.get('api_key') ?? '')}`;
  return { owner, key, route, digest: host.keys.digest('audit', await everythingIn(form)) };
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
  const all = thrown instanceof Refusals ? thrown.all : [refusalOf(thrown, req.id)];
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

function refusalFormat(req: FastifyRequest): Format {
  try {
    return formatOf(req);
  } catch {
    return 'xml';
  }
}
