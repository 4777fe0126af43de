// SPDX-License-Identifier: Apache-2.0
import { Refused } from '@lilong/contracts/call';
import { rateReport } from '@lilong/contracts/cases';
import { whoAmI } from '@lilong/contracts/identity';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ask } from './client.ts';

beforeEach(() => {
  vi.stubGlobal('localStorage', { getItem: () => 'zh' });
});
afterEach(() => vi.unstubAllGlobals());

async function refusalOf(asked: Promise<unknown>): Promise<string> {
  const thrown = await asked.catch((error: unknown) => error);
  return thrown instanceof Refused ? thrown.problem.code : 'no refusal';
}

test('a line that is dead counts as no network when patience ends', async () => {
  vi.stubGlobal(
    'fetch',
    (_url: string, { signal }: RequestInit) =>
      new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
  );
  expect(await refusalOf(ask(whoAmI, {}, {}, 10))).toBe('client.offline');
});

test('an answer that breaks off in the middle is no network either', async () => {
  vi.stubGlobal('fetch', async (_url: string, { signal }: RequestInit) => ({
    ok: true,
    json: () =>
      new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
  }));
  expect(await refusalOf(ask(whoAmI, {}, {}, 10))).toBe('client.offline');
});

test('a write that comes before the page knows who is signed in waits for the token', async () => {
  vi.resetModules(); // a page just opened
  const page = await import('./client.ts');
  const tokens: Record<string, string | null> = {};
  vi.stubGlobal('fetch', async (url: string, { headers }: RequestInit) => {
    tokens[url] = new Headers(headers).get('x-csrf');
    const reply = url === whoAmI.path ? { me: { csrf: 'token', post: null } } : { done: true };
    return Response.json(reply);
  });
  await page.ask(rateReport, { ref: 'R310101002-4033', solved: true, grade: 4 });
  expect(tokens).toEqual({
    [whoAmI.path]: null,
    '/api/my/reports/R310101002-4033/rate': 'token',
  });
});
