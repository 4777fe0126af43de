// SPDX-License-Identifier: Apache-2.0
import { keep, readKept } from '@lilong/ui/session.ts';
import { useEffect, useState } from 'react';

export const placesKept = (name: string): number => Number(readKept(name) ?? 0);

/** How many stood here when this phone looked last: their place is kept while they come. `now` is kept for the next time. */
export function useKeptPlace(name: string, now: number | undefined): number {
  const [before] = useState(() => placesKept(name));
  useEffect(() => {
    if (now !== undefined) keep(name, String(now));
  }, [name, now]);
  return before;
}
