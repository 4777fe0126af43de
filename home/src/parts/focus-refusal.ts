// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { useEffect } from 'react';

/** Leads to the field that a refusal blames. */
export function useFocusRefusal(refusal: Problem | undefined): void {
  useEffect(() => {
    if (refusal?.field === undefined) return;
    const name = CSS.escape(refusal.field);
    const field = document.querySelector<HTMLElement>(
      `[name="${name}"], [data-field="${name}"] :is(button, input)`,
    );
    field?.focus();
    field?.scrollIntoView?.({ block: 'center' });
  }, [refusal]);
}
