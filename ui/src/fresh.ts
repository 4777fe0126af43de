// SPDX-License-Identifier: Apache-2.0
import type { QueryClient } from '@tanstack/react-query';
import { isBelowTopic, refresh } from './client.ts';

/** Pushes that come within this time are answered by one reading. */
const TOGETHER_MS = 300;

export interface Freshener {
  /** Something changed below the topic. */
  readonly hear: () => void;
  readonly stop: () => void;
}

/**
 * Reads again what stands below `topic`, some 300 ms after it was told, once for all that it was told meanwhile.
 * A reading on its way is never cut off, and one that may have left before the change is made once more.
 */
export function keepFresh(queries: QueryClient, topic: string): Freshener {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reading = false;
  let again = false;

  async function read(): Promise<void> {
    timer = undefined;
    reading = true;
    again = queries.isFetching({ predicate: isBelowTopic(topic) }) > 0;
    await refresh(queries, topic, { cancelRefetch: false });
    reading = false;
    if (again) hear();
  }
  function hear(): void {
    if (reading) again = true;
    else timer ??= setTimeout(() => void read(), TOGETHER_MS);
  }
  return { hear, stop: () => clearTimeout(timer) };
}
