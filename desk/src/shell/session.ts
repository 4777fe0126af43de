// SPDX-License-Identifier: Apache-2.0

import { Refused } from '@lilong/contracts/call';
import { type Me, type Role, whoAmI } from '@lilong/contracts/identity';
import { refresh, useRead } from '@lilong/ui/client.ts';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';

/** Staff with a chosen post: what every page below the frame may rely on. */
export type Holder = Me & { readonly post: NonNullable<Me['post']> };

const Holding = createContext<Holder | undefined>(undefined);
export const HoldingProvider = Holding;

/** Who works here, acting as which post. */
export function useHolder(): Holder {
  const holder = useContext(Holding);
  if (holder === undefined) throw new Error('a page was drawn outside the frame');
  return holder;
}

export const useRole = (): Role => useHolder().post.role;

export const useSession = () => useRead(whoAmI, {}, { staleTime: 60_000 });

/** Forgets what was read as someone else, then asks who is here now. */
export function useSessionChange(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== whoAmI.path });
    await refresh(queries, whoAmI.path);
  };
}

/** A session that ended meanwhile shows the sign-in page again, at the same address. */
export function signOutWhenTold(queries: QueryClient): void {
  queries.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'error') return;
    const { error } = event.action;
    if (event.query.queryKey[0] === whoAmI.path) return;
    if (error instanceof Refused && error.problem.code === 'auth.sign-in-first')
      void refresh(queries, whoAmI.path);
  });
}
