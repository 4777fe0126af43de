// SPDX-License-Identifier: Apache-2.0
// A number is taken once, however often the line breaks: every try of one press has the same key.
import type { Problem } from '@lilong/contracts/call';
import { cancelTicket, takeTicket } from '@lilong/contracts/counters';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { ask, asRefused, newKey } from '@lilong/ui/client.ts';

type Wanted = InputOf<typeof takeTicket>;
export type Taken = ReplyOf<typeof takeTicket>;

/** Nobody stands before a machine for longer. */
const PATIENCE_MS = 5_000;
const WAITS_MS = [1_000, 3_000];
const LATER_MS = 15_000;
const LATEST_TRIES = 40;

/** No answer, or one of something in between: nobody knows whether it was done. */
export const isAway = ({ status }: Problem): boolean => status === 0 || status >= 500;

export interface Outside {
  readonly take: (wanted: Wanted, key: string) => Promise<Taken>;
  readonly cancel: (token: string) => Promise<unknown>;
  readonly wait: (ms: number) => Promise<void>;
}
const outside: Outside = {
  take: (wanted, key) => ask(takeTicket, wanted, { 'idempotency-key': key }, PATIENCE_MS),
  cancel: (token) => ask(cancelTicket, { token }, { 'idempotency-key': newKey() }),
  wait: (ms) => new Promise((go) => setTimeout(go, ms)),
};

/**
 * Takes a number, and tries again by itself; `onRetry` says so.
 *
 * @returns undefined when there was no answer. A ticket that was taken all the same is given up once the line is back.
 * @throws {Refused} when the server says no
 */
export async function takeOnce(
  wanted: Wanted,
  onRetry: () => void,
  world = outside,
): Promise<Taken | undefined> {
  const key = newKey();
  for (const waitMs of [...WAITS_MS, undefined]) {
    const taken = await tryTake(world, wanted, key);
    if (taken !== undefined) return taken;
    if (waitMs === undefined) break;
    onRetry();
    await world.wait(waitMs);
  }
  void giveUpLater(world, wanted, key);
  return undefined;
}

async function tryTake(world: Outside, wanted: Wanted, key: string): Promise<Taken | undefined> {
  try {
    return await world.take(wanted, key);
  } catch (error) {
    const refused = asRefused(error);
    if (isAway(refused.problem)) return undefined;
    throw refused;
  }
}

/** Whoever went away with a number of the machine's own must not stand in line twice. */
export async function giveUpLater(world: Outside, wanted: Wanted, key: string): Promise<void> {
  for (let tries = 0; tries < LATEST_TRIES; tries += 1) {
    await world.wait(LATER_MS);
    try {
      const taken = await tryTake(world, wanted, key);
      if (taken === undefined) continue;
      await world.cancel(taken.token);
      return;
    } catch (error) {
      if (!isAway(asRefused(error).problem)) return; // refused: there is none
    }
  }
}
