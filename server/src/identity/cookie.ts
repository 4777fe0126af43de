// SPDX-License-Identifier: Apache-2.0
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';

const NAME = 'lilong';
/** Tokens of sessions that a reply has just begun. They stand beside the reply, never in it. */
const begun = new WeakMap<object, { token: string; hours: number }>();

/** Lets the reply carry a fresh session to the browser. */
export function carry<R extends object>(reply: R, token: string, hours: number): R {
  begun.set(reply, { token, hours });
  return reply;
}

/** The session token that a request brings, if any. */
export function tokenOf(req: FastifyRequest): string | undefined {
  const pairs = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1);
}

/** Sets the cookie of the session that `made` carries. */
export function setCookie(config: Config): (reply: FastifyReply, made: never) => void {
  return (reply, made) => {
    const fresh = begun.get(made);
    if (fresh !== undefined)
      reply.header('set-cookie', cookie(config, fresh.token, Math.round(fresh.hours * 3600)));
  };
}

export function dropCookie(config: Config): (reply: FastifyReply) => void {
  return (reply) => {
    reply.header('set-cookie', cookie(config, '', 0));
  };
}

/** Scripts cannot read it, other sites cannot send it with a write, and over https it never travels in the open. */
function cookie(config: Config, value: string, seconds: number): string {
  const secure = config.PUBLIC_URL?.startsWith('https:') === true ? '; Secure' : '';
  return `${NAME}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}
