// SPDX-License-Identifier: Apache-2.0
// Somebody at a browser, over the network: cookie, csrf token, idempotency keys, tries again when the network fails.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { call, type Problem, Refused } from '@lilong/contracts/call';
import { uploadPath } from '@lilong/contracts/files';
import type { InputOf, ReplyOf, Route } from '@lilong/contracts/route';
import type { Ledger } from './ledger.ts';

export interface Browser {
  /** @throws {Refused} with the problem document, also for a fault of the server or no answer at all */
  call<T extends Route>(route: T, input: InputOf<T>): Promise<ReplyOf<T>>;
  /** The number of the stored file. */
  upload(photo: Buffer): Promise<number>;
}

const tries = 3;
const patience = 30_000; // ms until an answer is no longer expected

interface Session {
  cookie: string;
  csrf: string;
}

export function openBrowser(url: string, ledger: Ledger): Browser {
  const session: Session = { cookie: '', csrf: '' };
  const send = (path: string, init: RequestInit) => reach(`${url}${path}`, init, session);
  return {
    call: async (route, input) => {
      const key = route.method === 'GET' ? {} : { 'idempotency-key': randomUUID() };
      const named = `${route.method} ${route.path}`;
      return timed(ledger, named, async () => {
        const reply = await call(route, input, send, key);
        learn(session, reply);
        return reply;
      });
    },
    upload: (photo) =>
      timed(ledger, `POST ${uploadPath}`, async () => {
        const headers = { 'content-type': 'image/jpeg' };
        const init = { method: 'POST', headers, body: new Uint8Array(photo) };
        const response = await send(`${uploadPath}?kind=photo`, init);
        const reply = (await response.json()) as { no: number } | Problem;
        if (!('no' in reply)) throw new Refused(reply);
        return reply.no;
      }),
  };
}

/** Sends, and sends again with the same key when the network fails. */
async function reach(url: string, init: RequestInit, session: Session): Promise<Response> {
  const proof = init.method === 'GET' || session.csrf === '' ? {} : { 'x-csrf': session.csrf };
  const headers = { ...init.headers, ...proof, cookie: session.cookie };
  for (let attempt = 1; ; attempt += 1) {
    try {
      const signal = AbortSignal.timeout(patience);
      const response = await fetch(url, { ...init, headers, signal });
      const set = response.headers.getSetCookie().find((one) => one.startsWith('lilong='));
      if (set !== undefined) session.cookie = set.split(';')[0] ?? '';
      return response;
    } catch (fault) {
      if (attempt === tries) throw fault;
      await sleep(100 * attempt);
    }
  }
}

function learn(session: Session, reply: unknown): void {
  const csrf = (reply as { csrf?: unknown } | null)?.csrf;
  if (typeof csrf === 'string') session.csrf = csrf;
}

/** Writes down how long it took, and what was refused. */
async function timed<R>(ledger: Ledger, route: string, work: () => Promise<R>): Promise<R> {
  const from = performance.now();
  try {
    return await work();
  } catch (fault) {
    const refused = fault instanceof Refused ? fault : unanswered(fault);
    const { code, status } = refused.problem;
    ledger.refused(code, status);
    const ours = status === 400; // what nobody at a screen could send
    if (status >= 500 || status === 0 || ours)
      ledger.unexpected(`${route}: ${code} ${refused.message}`);
    throw refused;
  } finally {
    ledger.answered(route, performance.now() - from);
  }
}

function unanswered(fault: unknown): Refused {
  const detail = fault instanceof Error ? fault.message : String(fault);
  return new Refused({ status: 0, code: 'no-answer', facts: {}, detail });
}
