// SPDX-License-Identifier: Apache-2.0
import { Refused } from '@lilong/contracts/call';
import { localProblem } from '@lilong/ui/client.ts';
import { expect, test } from 'vitest';
import { giveUpLater, type Outside, type Taken, takeOnce } from './taking.ts';

const wanted = { centre: 1, services: ['general'], by: 'kiosk' as const };
const away = new Refused(localProblem('client.offline', 0));
const shut = new Refused(localProblem('counters.closed', 409));
const taken = { token: 'AAAAAAAAAAAAAAAAAAAAAA' } as Taken;

/** A server that gives these answers one after another, and a clock that does not wait. */
function world(answers: readonly (Taken | Refused)[]) {
  const left = [...answers];
  const did: string[] = [];
  const outside: Outside = {
    take: (_, key) => {
      did.push(`take ${key}`);
      const answer = left.shift() ?? away;
      return answer instanceof Refused ? Promise.reject(answer) : Promise.resolve(answer);
    },
    cancel: (token) => {
      did.push(`cancel ${token}`);
      return Promise.resolve(undefined);
    },
    wait: () => Promise.resolve(),
  };
  return { did, outside };
}
const keysOf = (did: readonly string[]): Set<string> =>
  new Set(did.filter((one) => one.startsWith('take')));

test('a press that got no answer is tried again with the same key, so that no second ticket comes', async () => {
  const { did, outside } = world([away, away, taken]);
  let retries = 0;
  expect(await takeOnce(wanted, () => (retries += 1), outside)).toBe(taken);
  expect([did.length, keysOf(did).size, retries]).toEqual([3, 1, 2]);
});

test('a refusal is told at once', async () => {
  const { did, outside } = world([shut]);
  await expect(takeOnce(wanted, () => undefined, outside)).rejects.toBe(shut);
  expect(did).toHaveLength(1);
});

test('a ticket that was taken without an answer is given up once the line is back, by the same key', async () => {
  const { did, outside } = world([away, away, away, away, taken]);
  expect(await takeOnce(wanted, () => undefined, outside)).toBeUndefined();
  await expect.poll(() => did.at(-1)).toBe(`cancel ${taken.token}`);
  expect(keysOf(did).size).toBe(1);
});

test('where the server says no there is nothing to give up', async () => {
  const { did, outside } = world([away, shut]);
  await giveUpLater(outside, wanted, 'key');
  expect(did).toEqual(['take key', 'take key']);
});
