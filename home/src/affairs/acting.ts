// SPDX-License-Identifier: Apache-2.0
import { createContext, use } from 'react';
import type { HomePath } from '../shell/nav.tsx';

/** For whom the pages about matters act: by which mandate (帮办), and what the other one is called. */
export interface Acting {
  readonly mandate: number;
  readonly name: string;
  /** What is signed for somebody of this (masked) name. */
  readonly sign?: (name: string) => string;
}
export const ActingFor = createContext<Acting | undefined>(undefined);
export const useActing = (): Acting | undefined => use(ActingFor);

/** What goes with every call about a matter: nothing where one acts for oneself. */
export function useBy(): { readonly mandate?: number } {
  const acting = useActing();
  return acting === undefined ? {} : { mandate: acting.mandate };
}

/** Where one matter, or its form, is: one's own, or another's. */
export function usePathOf(): (ref: string) => HomePath {
  const acting = useActing();
  return (ref) =>
    acting === undefined ? `/affairs/mine/${ref}` : `/affairs/for/${acting.mandate}/${ref}`;
}
