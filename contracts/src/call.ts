// SPDX-License-Identifier: Apache-2.0
import { type InputOf, pathKeys, type ReplyOf, type Route } from './route.ts';

/** What a client needs to know of a route; the schemas stay on the server. */
export type Endpoint<T extends Route = Route> = T;

export interface SentRequest {
  readonly method: string;
  readonly body?: string;
  readonly headers: Record<string, string>;
}
/** Sends one request. `fetch` in a browser, Fastify's `inject` in tests. */
export type Send = (url: string, request: SentRequest) => Promise<Response>;

/** A refusal as it travels (RFC 9457): `code` and `facts` for programs, `detail` for people. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly facts: Record<string, unknown>;
  readonly detail: string;
  /** Name of the input field to blame, when one is. */
  readonly field?: string;
}

/** Thrown by `call` when the server says no. */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/**
 * Calls a route.
 *
 * @throws {Refused} when the server refuses
 * @throws {TypeError} when there is no network (from `fetch`)
 */
export async function call<T extends Route>(
  to: Endpoint<T>,
  input: InputOf<T>,
  send: Send,
  headers: Record<string, string> = {},
): Promise<ReplyOf<T>> {
  const left: Record<string, unknown> = { ...(input as Record<string, unknown>) };
  let url: string = to.path;
  for (const key of pathKeys(to.path)) {
    url = url.replace(`:${key}`, encodeURIComponent(String(left[key])));
    delete left[key];
  }
  const response =
    to.method === 'GET'
      ? await send(`${url}${query(left)}`, { method: 'GET', headers })
      : await send(url, {
          method: to.method,
          body: JSON.stringify(left),
          headers: { 'content-type': 'application/json', ...headers },
        });
  const reply: unknown = await response.json();
  if (!response.ok) throw new Refused(reply as Problem); // our server answers every refusal this way
  return reply as ReplyOf<T>; // shaped by the same schema on the server
}

function query(left: Record<string, unknown>): string {
  const pairs = Object.entries(left).filter(([, value]) => value !== undefined && value !== '');
  if (pairs.length === 0) return '';
  return `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString()}`;
}
