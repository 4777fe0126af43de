// SPDX-License-Identifier: Apache-2.0
import { useEffect, useEffectEvent, useState } from 'react';

/** Nobody has touched it for so long: it is the next one's. */
export const IDLE_S = 60;
/** So long before, it says so: twenty seconds to answer are the least that WCAG 2.2.1 asks for. */
export const WARNING_S = 20;

const touches = ['pointerdown', 'keydown', 'click'] as const;

/** Seconds until the machine is wiped; counts from the last touch or key, and not at all while it waits for the server. */
export function useIdle(counts: boolean, onEnd: () => void): number {
  const [left, setLeft] = useState(IDLE_S);
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    setLeft(IDLE_S);
    if (!counts) return;
    let touchedAt = Date.now();
    const touch = (): void => {
      touchedAt = Date.now();
      setLeft(IDLE_S);
    };
    const timer = setInterval(() => {
      const now = IDLE_S - Math.floor((Date.now() - touchedAt) / 1_000);
      setLeft(Math.max(0, now));
      if (now > 0) return;
      touch();
      end();
    }, 500);
    for (const name of touches) addEventListener(name, touch, { capture: true });
    return () => {
      clearInterval(timer);
      for (const name of touches) removeEventListener(name, touch, { capture: true });
    };
  }, [counts]);
  return left;
}
