// SPDX-License-Identifier: Apache-2.0
import { type Me, whoAmI } from '@lilong/contracts/identity';
import type { ReplyOf } from '@lilong/contracts/route';
import { isOffline, useRead } from '@lilong/ui/client.ts';
import { keep, readKept } from '@lilong/ui/session.ts';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

const KEY = 'lilong.known';

/** What the phone remembers of its owner, so that a report can be written without a network. No name, no number. */
export interface Known {
  readonly account: number;
  readonly kind: Me['kind'];
  readonly committee: Me['committee'];
  readonly demo: boolean;
}

export type Who =
  | { readonly state: 'asking'; readonly demo: boolean }
  | { readonly state: 'nobody'; readonly demo: boolean }
  | { readonly state: 'unknown'; readonly demo: boolean; readonly retry: () => void }
  | { readonly state: 'staff'; readonly demo: boolean; readonly me: Me }
  | { readonly state: 'resident'; readonly demo: boolean; readonly known: Known; readonly me?: Me };

/** Who is signed in. Without a network, whoever was signed in last on this phone. */
export function useWho(): Who {
  const read = useRead(whoAmI, {}, { staleTime: 60_000 });
  const told = read.data?.me;
  useEffect(() => {
    if (told !== undefined) remember(told);
  }, [told]);
  const demo = read.data?.demo ?? false;
  if (read.data !== undefined) return whoOf(read.data.me, demo);
  const known = recall();
  if (known?.kind === 'resident' && (read.isPending || isOffline(read.error?.problem)))
    return { state: 'resident', demo: known.demo, known };
  if (read.isPending) return { state: 'asking', demo };
  return { state: 'unknown', demo, retry: () => void read.refetch() };
}

/** The committee that looks after whoever is signed in, as far as it is known. */
export const committeeOf = (who: Who): Known['committee'] =>
  who.state === 'resident' ? who.known.committee : null;

/** Who was signed in when it was last asked. */
export const cachedWho = (queries: QueryClient): ReplyOf<typeof whoAmI> | undefined =>
  queries.getQueryData([whoAmI.path, {}]);

function whoOf(me: Me | null, demo: boolean): Who {
  if (me === null) return { state: 'nobody', demo };
  if (me.kind === 'staff') return { state: 'staff', demo, me };
  return { state: 'resident', demo, known: me, me };
}

function remember(me: Me | null): void {
  keep(KEY, me === null ? '' : JSON.stringify(knownOf(me)));
}

const knownOf = ({ account, kind, committee, demo }: Me): Known => ({
  account,
  kind,
  committee,
  demo,
});

function recall(): Known | undefined {
  const kept = readKept(KEY);
  return kept === null || kept === '' ? undefined : (JSON.parse(kept) as Known); // written by `remember` alone
}
