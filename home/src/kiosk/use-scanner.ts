// SPDX-License-Identifier: Apache-2.0
import { useEffect, useEffectEvent } from 'react';

/** A scanner types faster than any hand, but a machine that has much to do hears it late. Nobody types 24 figures: they stand nowhere to be read. */
const BETWEEN_MS = 500;

/** Hears a scanner that types `digits` figures and Enter, wherever the focus is. Keys of a hand pass by. */
export function useScanner(digits: number, onScan: (code: string) => void): void {
  const scanned = useEffectEvent(onScan);
  useEffect(() => {
    let heard = '';
    let at = 0;
    function hear(event: KeyboardEvent): void {
      const { key, timeStamp } = event;
      if (timeStamp - at > BETWEEN_MS) heard = '';
      at = timeStamp;
      const before = heard;
      heard = /^\d$/.test(key) ? heard + key : '';
      if (key !== 'Enter' || before.length !== digits) return;
      event.preventDefault(); // or the button that has the focus is pressed
      scanned(before);
    }
    addEventListener('keydown', hear, { capture: true });
    return () => removeEventListener('keydown', hear, { capture: true });
  }, [digits]);
}
