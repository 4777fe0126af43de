// SPDX-License-Identifier: Apache-2.0
// Somebody at a browser: calls the contracts through real HTTP handling, keeps the cookie, knows the csrf token.
import { call, Refused } from '@lilong/contracts/call';
import { uploadPath } from '@lilong/contracts/files';
import type { InputOf, ReplyOf, Route } from '@lilong/contracts/route';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';

type Headers = Record<string, string>;

export interface Browser {
  /**
   * Calls a route as this browser.
   *
   * @throws {Refused} with the problem document
   */
  call<T extends Route>(route: T, input: InputOf<T>, headers?: Headers): Promise<ReplyOf<T>>;
  /** Uploads a photo or a voice note; the number of the file. */
  upload(kind: 'photo' | 'voice', bytes: Buffer, contentType?: string): Promise<number>;
  /** Any request, answered as it came: for documents, files and odd headers. */
  fetch(options: InjectOptions): Promise<LightMyRequestResponse>;
  /** The header that this browser sends, for a connection that stays open. */
  cookie(): string;
  /** The same person's browser at another program: cookie and token go along. */
  at(http: FastifyInstance): Browser;
}
/** What a browser holds of a session. */
export interface Held {
  readonly token?: string;
  readonly csrf?: string;
  readonly address?: string;
}

export function openBrowser(http: FastifyInstance, held: Held = {}): Browser {
  let { token = '', csrf = '' } = held;
  const send = async (options: InjectOptions): Promise<LightMyRequestResponse> => {
    const cookie: Headers = token === '' ? {} : { cookie: `lilong=${token}` };
    const proof: Headers = csrf === '' || options.method === 'GET' ? {} : { 'x-csrf': csrf };
    const response = await http.inject({
      remoteAddress: held.address ?? '127.0.0.1',
      ...options,
      headers: { ...cookie, ...proof, ...options.headers },
    });
    const set = response.cookies.find(({ name }) => name === 'lilong');
    if (set !== undefined) token = set.value;
    return response;
  };
  const learn = (reply: unknown): void => {
    const told = reply as { csrf?: string; me?: { csrf: string } | null } | null;
    csrf = told?.me?.csrf ?? told?.csrf ?? csrf;
  };
  return {
    call: async (route, input, headers = {}) => {
      const reply = await call(
        route,
        input,
        async (url, { method, body, headers: own }) => {
          const response = await send({
            method: method as 'GET', // one of the four that routes have
            url,
            headers: own,
            ...(body === undefined ? {} : { payload: body }),
          });
          return new Response(response.payload, { status: response.statusCode });
        },
        headers,
      );
      learn(reply);
      return reply;
    },
    upload: async (kind, bytes, contentType = kind === 'photo' ? 'image/jpeg' : 'audio/webm') => {
      const response = await send({
        method: 'POST',
        url: `${uploadPath}?kind=${kind}`,
        headers: { 'content-type': contentType },
        payload: bytes,
      });
      if (response.statusCode !== 200) throw new Refused(response.json());
      return response.json<{ no: number }>().no;
    },
    fetch: send,
    cookie: () => `lilong=${token}`,
    at: (elsewhere) => openBrowser(elsewhere, { ...held, token, csrf }),
  };
}
