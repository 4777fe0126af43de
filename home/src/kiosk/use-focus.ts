// SPDX-License-Identifier: Apache-2.0
import { type RefObject, useEffect, useRef } from 'react';

/** What is new on the screen has the focus, so that a screen reader begins there; what had it before gets it back. */
export function useFocusOnce<E extends HTMLElement>(): RefObject<E | null> {
  const at = useRef<E>(null);
  useEffect(() => {
    const before = document.activeElement;
    at.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected)
        setTimeout(() => before.focus({ preventScroll: true })); // once it is no more inert
    };
  }, []);
  return at;
}
