// SPDX-License-Identifier: Apache-2.0
import { Refused } from '@lilong/contracts/call';
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
