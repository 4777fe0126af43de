// SPDX-License-Identifier: Apache-2.0
// `Idempotency-Key`: the same request sent again gets the reply that it got first.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Refusal } from '@lilong/contracts/refusals';
import type { Route } from '@lilong/contracts/route';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from './actor.ts';
import type { Remembered } from './flush.ts';
import type { Host } from './host.ts';

/** A request that names a key. */
export type Retry = Omit<Remembered, 'status' | 'reply'>;
export type FirstAnswer = Pick<Remembered, 'status' | 'reply'>;
interface Options {
  /** The reply shows something once: what a retry finds of it is sealed. */
  readonly secret?: true;
}

export function retryOf(
  host: Host,
  route: Route,
  actor: Actor,
  req: FastifyRequest,
): Retry | undefined {
  const key = req.headers['idempotency-key'];
  if (typeof key !== 'string' || key === '') return undefined;
  if (key.length > 100)
    throw new Refusal('input.invalid', { field: 'Idempotency-Key', rule: 'maxLength' });
  const owner = actor.account === null ? actor.address : String(actor.account);
  const digest = host.keys.digest('audit', JSON.stringify([req.params, req.body])); // keyed: a body may hold a password
  return { owner, key, route: `${route.method} ${route.path}`, digest };
}

/** What a retry will find. A refusal is not remembered: trying again is a new attempt. */
export function memoryOf(
  host: Host,
  options: Options,
  retry: Retry | undefined,
  result: unknown,
): Remembered | undefined {
  if (retry === undefined || result instanceof Refusal) return undefined;
  const reply = JSON.stringify(result);
  return { ...retry, status: 200, reply: options.secret ? host.keys.seal(packed(reply)) : reply };
}

/** A page is sealed and kept a day at a third of its size. No reply begins with this byte. */
const isPacked = 0;
const quickly = { level: 1, memLevel: 7, windowBits: 13 };
/** Signs below which packing takes longer than what it saves. */
const short = 1500;
const packed = (reply: string): string | Buffer =>
  reply.length < short
    ? reply
    : Buffer.concat([Buffer.of(isPacked), deflateRawSync(reply, quickly)]);

function unpacked(bytes: Buffer): string {
  const plain = bytes[0] === isPacked ? inflateRawSync(bytes.subarray(1)) : bytes;
  return plain.toString('utf8');
}

/**
 * The reply that the same key got before. Asked for only once a request has failed: a retry either finds its
 * key taken when it is written, or is refused because the first try succeeded. So a first try costs nothing.
 *
 * @throws {Refusal} retry.other-body
 */
export async function firstAnswer(
  host: Host,
  options: Options,
  retry: Retry,
): Promise<FirstAnswer | undefined> {
  const found = await host.db.kysely
    .selectFrom('kernel.idempotency')
    .select(['route', 'digest', 'status', 'reply'])
    .where('owner', '=', retry.owner)
    .where('key', '=', retry.key)
    .executeTakeFirst();
  if (found === undefined) return undefined;
  // Without a digest it is from before the keys were changed; the key alone has to do then.
  const sameBody = found.digest === '' || found.digest === retry.digest;
  if (found.route !== retry.route || !sameBody) throw new Refusal('retry.other-body', {});
  return options.secret ? { ...found, reply: unpacked(host.keys.openBytes(found.reply)) } : found;
}

/** Gives a remembered reply, as it is. */
export function giveAgain(reply: FastifyReply, again: FirstAnswer): FastifyReply {
  return reply
    .code(again.status)
    .header('content-type', 'application/json; charset=utf-8')
    .serializer(String)
    .send(again.reply);
}
