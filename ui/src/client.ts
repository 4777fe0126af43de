// SPDX-License-Identifier: Apache-2.0
import { call, type Problem, Refused, type Send } from '@lilong/contracts/call';
import { whoAmI } from '@lilong/contracts/identity';
import type { InputOf, ReplyOf, Route } from '@lilong/contracts/route';
import {
  type Query,
  QueryClient,
  type RefetchOptions,
  type UseQueryOptions,
  type UseQueryResult,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { isTold, learnSession, sessionHeaders } from './session.ts';

/** A dead line answers nothing and refuses nothing: after so long it counts as no network. */
const PATIENCE_MS = 20_000;

/** For work on thousands of rows: an import, a proof of the whole chain. */
export const LONG_PATIENCE_MS = 300_000;

/** Sends one request as the person signed in. */
const sendWithin =
  (patienceMs: number): Send =>
  async (url, { method, body, headers }) =>
    fetch(url, {
      method,
      headers: { ...headers, ...(await headersOf(method)) },
      credentials: 'same-origin',
      signal: AbortSignal.timeout(patienceMs),
      ...(body === undefined ? {} : { body }),
    });

/** What a request carries. A page shows what it kept before it is told who is signed in; a write by then waits for the token. */
export async function headersOf(method: string): Promise<Record<string, string>> {
  if (method !== 'GET' && !isTold()) await ask(whoAmI, {}).catch(() => undefined); // without a network the write says so
  return sessionHeaders(method);
}

/**
 * Calls a route from a screen.
 *
 * @throws {Refused} when the server refuses, and with `client.*` codes when there is no network or no sense in the reply
 */
export async function ask<T extends Route>(
  route: T,
  input: InputOf<T>,
  headers: Record<string, string> = {},
  patienceMs = PATIENCE_MS,
): Promise<ReplyOf<T>> {
  try {
    const reply = await call(route, input, sendWithin(patienceMs), headers);
    learnSession(reply);
    return reply;
  } catch (error) {
    throw asRefused(error);
  }
}

/** No network is a TypeError of `fetch`, a dead one an end of patience; a reply that is no JSON comes from a proxy in between. */
export function asRefused(error: unknown): Refused {
  if (error instanceof Refused) return error;
  if (error instanceof TypeError || isImpatience(error))
    return new Refused(localProblem('client.offline', 0));
  return new Refused(localProblem('client.unreadable', 502));
}

const isImpatience = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'TimeoutError' || error.name === 'AbortError');

/** A refusal that the phone makes by itself; its words are found by its code. */
export function localProblem(
  code: string,
  status: number,
  field?: string,
  facts: Problem['facts'] = {},
): Problem {
  return { code, status, facts, detail: '', ...(field === undefined ? {} : { field }) };
}

export const isOffline = (problem: Problem | undefined): boolean =>
  problem?.code === 'client.offline';

/** Server data lives here and nowhere else. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        networkMode: 'always',
        refetchOnReconnect: true,
        retry: (count, error) =>
          count < 2 && error instanceof Refused && error.problem.status >= 500,
      },
    },
  });
}

type ReadOptions<T extends Route> = Omit<
  UseQueryOptions<ReplyOf<T>, Refused>,
  'queryKey' | 'queryFn'
>;

/** Reads a route; kept under `[route.path, input]`, so that a push or a write can refresh it by path. */
export function useRead<T extends Route>(
  route: T,
  input: InputOf<T>,
  options: ReadOptions<T> = {},
): UseQueryResult<ReplyOf<T>, Refused> {
  return useQuery<ReplyOf<T>, Refused>({
    ...options,
    queryKey: [route.path, input],
    queryFn: () => ask(route, input),
  });
}

/** Asks again for all that was read below a topic (`cases` → `/api/cases…`) or a path. */
export function refresh(
  queries: QueryClient,
  topicOrPath: string,
  options: RefetchOptions = {},
): Promise<void> {
  return queries.invalidateQueries({ predicate: isBelowTopic(topicOrPath) }, options);
}

/** Whether a query was read below a topic or a path. */
export function isBelowTopic(topicOrPath: string): (query: Pick<Query, 'queryKey'>) => boolean {
  const above = topicOrPath.startsWith('/') ? topicOrPath : `/api/${topicOrPath}`;
  return ({ queryKey }) => {
    const path = String(queryKey[0]);
    return path === above || path.startsWith(`${above}/`);
  };
}

export interface Write<T extends Route> {
  /** Sends; undefined when it was refused, and `refusal` says why. */
  readonly send: (input: InputOf<T>) => Promise<ReplyOf<T> | undefined>;
  readonly pending: boolean;
  readonly refusal: Problem | undefined;
  readonly reply: ReplyOf<T> | undefined;
  /** Forgets reply and refusal. */
  readonly clear: () => void;
}

interface WriteOptions {
  /** Topics or paths that are read again after success. */
  readonly refreshes?: readonly string[];
  /** For work that takes the server longer than any line is silent. */
  readonly patienceMs?: number;
}
interface WriteState<T extends Route> {
  readonly pending: boolean;
  readonly refusal?: Problem;
  readonly reply?: ReplyOf<T>;
}

/** Writes by a route. A retry of the same body after a lost reply keeps its `Idempotency-Key`. */
export function useWrite<T extends Route>(
  route: T,
  { refreshes = [], patienceMs }: WriteOptions = {},
): Write<T> {
  const queries = useQueryClient();
  const attempt = useRef<Attempt>(undefined);
  const [state, setState] = useState<WriteState<T>>({ pending: false });

  async function sendOnce(input: InputOf<T>): Promise<ReplyOf<T> | undefined> {
    setState({ pending: true });
    const body = JSON.stringify(input);
    if (attempt.current?.body !== body) attempt.current = { body, key: newKey() };
    try {
      const headers = { 'idempotency-key': attempt.current.key };
      const reply = await ask(route, input, headers, patienceMs);
      attempt.current = undefined;
      await Promise.all(refreshes.map((topic) => refresh(queries, topic)));
      setState({ pending: false, reply });
      return reply;
    } catch (error) {
      const { problem } = asRefused(error);
      if (isFinal(problem)) attempt.current = undefined;
      if (problem.code === 'auth.csrf') void refresh(queries, 'me');
      setState({ pending: false, refusal: problem });
      return undefined;
    }
  }
  const { pending, refusal, reply } = state;
  return { send: sendOnce, pending, refusal, reply, clear: () => setState({ pending: false }) };
}

interface Attempt {
  readonly body: string;
  readonly key: string;
}
/** The server has decided: trying again is a new attempt. Otherwise nobody knows whether it was done. */
const isFinal = ({ status }: Problem): boolean => status >= 400 && status < 500;

/** A key for one logical attempt. `randomUUID` exists only on secure pages; a phone in a test network has plain http. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
