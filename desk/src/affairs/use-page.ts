// SPDX-License-Identifier: Apache-2.0
import { getAffair } from '@lilong/contracts/affair-work';
import type { AffairLine, AffairPage } from '@lilong/contracts/affairs';
import type { Refused } from '@lilong/contracts/call';
import { ask, refresh } from '@lilong/ui/client.ts';
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';

const keyOf = (ref: string): readonly string[] => ['affair', ref];

/**
 * One application. Each look is written down for the person to see: it is read when it is opened, and again when the
 * list says that it has changed, not at each glance at the window.
 */
export function useAffairPage(
  ref: string,
  line: AffairLine | undefined,
): UseQueryResult<AffairPage, Refused> {
  const read = useQuery<AffairPage, Refused>({
    queryKey: keyOf(ref),
    queryFn: () => ask(getAffair, { ref }),
    staleTime: 300_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const again = useEffectEvent(() => void read.refetch());
  const version = read.data?.version;
  const changed = line !== undefined && version !== undefined && line.version > version;
  useEffect(() => {
    if (changed) again();
  }, [changed]);
  return read;
}

/** Shows what an act made of it, and reads the lists again. */
export function useShowActed(): (page: AffairPage) => Promise<void> {
  const queries = useQueryClient();
  return async (page) => {
    queries.setQueryData(keyOf(page.ref), page);
    await refresh(queries, 'affairs');
  };
}

/** Somebody else was first: what they did is read. */
export function useReadAgain(): (ref: string) => Promise<void> {
  const queries = useQueryClient();
  return (ref) => queries.invalidateQueries({ queryKey: keyOf(ref) });
}
