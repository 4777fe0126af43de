// SPDX-License-Identifier: Apache-2.0
import { useSyncExternalStore } from 'react';

/** True while the window is at least `px` wide. At 200 % zoom a laptop is a phone. */
export function useWide(px: number): boolean {
  const query = `(min-width: ${px}px)`;
  return useSyncExternalStore(
    (tell) => {
      const media = matchMedia(query);
      media.addEventListener('change', tell);
      return () => media.removeEventListener('change', tell);
    },
    () => matchMedia(query).matches,
  );
}
