// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { type RefObject, useEffect } from 'react';

const controls = 'input:not([type="hidden"]), textarea, select';

/** Brings the blamed field into sight and puts the cursor there, once for each refusal. */
export function useFault(box: RefObject<HTMLElement | null>, problem: Problem | undefined): void {
  useEffect(() => {
    if (problem === undefined) return;
    box.current?.scrollIntoView({ block: 'nearest' });
    const place = box.current?.querySelector<HTMLElement>(controls);
    place?.focus({ preventScroll: true });
  }, [box, problem]);
}
