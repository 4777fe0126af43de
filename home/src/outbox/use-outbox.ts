// SPDX-License-Identifier: Apache-2.0
import type { Receipt } from '@lilong/contracts/cases';
import { refresh } from '@lilong/ui/client.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { deliverAll } from './deliver.ts';
import { goesByItself, listWaiting, type Waiting } from './store.ts';

const AGAIN_MS = 20_000;
/** Where pages look for what waits; below no server path, so that only the outbox refreshes it. */
const WAITING = 'outbox';

/** What waits on this phone for the account. */
export function useWaiting(account: number): readonly Waiting[] {
  const { data } = useQuery({
    queryKey: [WAITING, account],
    queryFn: () => listWaiting(account),
    networkMode: 'always',
    staleTime: 0,
  });
  return data ?? [];
}

/** After something was put into the outbox or taken out. */
export function useOutboxChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: [WAITING] });
}

/** Whether the phone believes that it has a network. */
export function useOnline(): boolean {
  return useSyncExternalStore(hearNetwork, () => navigator.onLine);
}

function hearNetwork(tell: () => void): () => void {
  addEventListener('online', tell);
  addEventListener('offline', tell);
  return () => {
    removeEventListener('online', tell);
    removeEventListener('offline', tell);
  };
}

/** Sends what waits, at once, whenever the network returns, and now and then; returns what has gone since. */
export function useDelivery(account: number, ready: boolean): readonly Receipt[] {
  const queries = useQueryClient();
  const [gone, setGone] = useState<readonly Receipt[]>([]);
  const going = useWaiting(account)
    .filter(goesByItself)
    .map(({ key }) => key)
    .join();
  useEffect(() => {
    if (going === '') return;
    async function go(): Promise<void> {
      if (!ready) await refresh(queries, 'me');
      const receipts = await deliverAll(account);
      await queries.invalidateQueries({ queryKey: [WAITING] });
      if (receipts.length === 0) return;
      setGone((before) => [...before, ...receipts]);
      await Promise.all([refresh(queries, 'my'), refresh(queries, 'me')]); // the first one tells the committee
    }
    const start = () => void go().catch(() => undefined); // tried again by the timer
    start();
    const timer = setInterval(start, AGAIN_MS);
    addEventListener('online', start);
    document.addEventListener('visibilitychange', start);
    return () => {
      clearInterval(timer);
      removeEventListener('online', start);
      document.removeEventListener('visibilitychange', start);
    };
  }, [account, ready, going, queries]);
  return gone;
}
