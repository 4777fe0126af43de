// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Batch, Making } from './maker.ts';

/** Each maker is this many batches ahead of the database. */
const AHEAD = 2;

export interface Makers {
  /** Batches of all makers, in no order, until all people are made. */
  readonly batches: AsyncIterable<Batch>;
  stop(): Promise<void>;
}

/** Starts the makers. When it resolves they have read all that they need of the database. Stop them. */
export async function startMakers(
  making: Omit<Making, 'nth' | 'of'>,
  workers: number,
): Promise<Makers> {
  const makers = Array.from(
    { length: workers },
    (_, nth) =>
      new Worker(new URL('./maker.ts', import.meta.url), {
        workerData: { ...making, nth, of: workers } satisfies Making,
      }),
  );
  const stop = async () => {
    for (const maker of makers) await maker.terminate();
  };
  try {
    await Promise.all(makers.map((maker) => once(maker, 'message')));
  } catch (fault) {
    await stop();
    throw fault;
  }
  return { batches: batchesOf(makers), stop };
}

async function* batchesOf(makers: readonly Worker[]): AsyncGenerator<Batch> {
  const ready: { batch: Batch; from: Worker }[] = [];
  let running = makers.length;
  let fault: unknown;
  let wake = (): void => undefined;
  for (const maker of makers) {
    maker.on('message', (batch: Batch | null) => {
      if (batch === null) running -= 1;
      else ready.push({ batch, from: maker });
      wake();
    });
    maker.on('error', (thrown) => {
      fault = thrown;
      wake();
    });
    for (let asked = 0; asked < AHEAD; asked += 1) maker.postMessage('more');
  }
  while (running > 0 || ready.length > 0) {
    if (fault !== undefined) throw fault;
    const next = ready.shift();
    if (next === undefined) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      continue;
    }
    next.from.postMessage('more');
    yield next.batch;
  }
}
