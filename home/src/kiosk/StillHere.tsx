// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useT } from '../words/use.ts';
import { useFocusOnce } from './use-focus.ts';

/** Asked before the machine is wiped. Any touch, any key answers. */
export function StillHere({ seconds }: { seconds: number }): ReactNode {
  const t = useT();
  const button = useFocusOnce<HTMLButtonElement>();
  return (
    <div className="kiosk-veil">
      <div
        className="kiosk-ask"
        role="alertdialog"
        aria-modal="true"
        aria-labelledby="still"
        aria-describedby="still-what"
      >
        <h2 id="still">{t('kiosk.still')}</h2>
        <strong aria-hidden="true">{seconds}</strong>
        <p id="still-what">{t('kiosk.still-what', { seconds })}</p>
        <button ref={button} type="button" className="kiosk-main">
          {t('kiosk.still-here')}
        </button>
      </div>
    </div>
  );
}
