// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useT } from '../words/use.ts';
import { useFocusOnce } from './use-focus.ts';

/** On its way. Pressing again is not possible, and not needed. */
export function Taking({ again }: { again: boolean }): ReactNode {
  const t = useT();
  const title = useFocusOnce<HTMLHeadingElement>();
  return (
    <section className="kiosk-step kiosk-wait">
      <h1 ref={title} tabIndex={-1} role="status">
        {t('kiosk.taking')}
      </h1>
      <p className="kiosk-hint" role="status">
        {again && t('kiosk.taking-again')}
      </p>
    </section>
  );
}
