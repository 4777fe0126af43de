// SPDX-License-Identifier: Apache-2.0
import { useSearch } from '@tanstack/react-router';

/**
 * Reading a card is written down for the person to see. It is read when somebody opens it, and after a change made
 * here; not anew at each glance at the window.
 */
export const onceOpened = {
  staleTime: 300_000,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const;

/** Purposes and labels change by the dictionary, seldom. */
export const wordsKept = { staleTime: 600_000 } as const;

/** The older day that cards are shown as of, as a route takes it. */
export function useDayAsked(): { readonly at?: string } {
  const { at } = useSearch({ from: '/registry' });
  return at === undefined ? {} : { at };
}
