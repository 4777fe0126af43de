// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'react';

export type Keys = Readonly<Record<string, ((event: KeyboardEvent) => void) | undefined>>;

/** Single keys, heard while nobody types and nothing else wants them. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const act = latest.current[event.key];
      if (act === undefined || event.defaultPrevented || isTaken(event)) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}

function isTaken({ target, key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || isComposing) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('dialog, [role="dialog"], .menu-panel') !== null)
    return true;
  if (target.matches('textarea, select, input:not([type="checkbox"])')) return true;
  // Enter presses the button or follows the link that has the focus; in a list of cases it makes the move.
  return (
    key === 'Enter' &&
    target.matches('a, button, summary, input') &&
    target.closest('.row-link') === null
  );
}
