// SPDX-License-Identifier: Apache-2.0
// Part of a file (RFC 9110, section 14): Safari plays no sound that it cannot ask for in parts.
import type { FastifyReply } from 'fastify';

/** Sends all of `bytes`, or the one span that a `Range` header asks for. */
export function sendSpan(
  reply: FastifyReply,
  header: string | undefined,
  bytes: Buffer,
): FastifyReply {
  reply.header('accept-ranges', 'bytes');
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return reply.send(bytes); // none, or one that nobody has to understand
  const end = bytes.length - 1;
  const first = from === '' ? Math.max(0, bytes.length - Number(to)) : Number(from);
  const last = from === '' || to === '' ? end : Math.min(Number(to), end);
  if (first > last)
    return reply.code(416).header('content-range', `bytes */${bytes.length}`).send();
  reply.code(206).header('content-range', `bytes ${first}-${last}/${bytes.length}`);
  return reply.send(bytes.subarray(first, last + 1));
}
