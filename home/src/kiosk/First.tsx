// SPDX-License-Identifier: Apache-2.0
import { type Priority, priorities } from '@lilong/contracts/counters';
import type { ReactNode } from 'react';
import { useT } from '../words/use.ts';
import { useFocusOnce } from './use-focus.ts';

interface FirstProps {
  readonly onTake: (priority: Priority | undefined) => void;
  readonly onBack: () => void;
}

/** Asked once; the answer takes the number. */
export function First({ onTake, onBack }: FirstProps): ReactNode {
  const t = useT();
  const title = useFocusOnce<HTMLHeadingElement>();
  return (
    <section className="kiosk-step">
      <h1 ref={title} tabIndex={-1}>
        {t('kiosk.first')}
      </h1>
      <p className="kiosk-hint">{t('kiosk.first-hint')}</p>
      <div className="kiosk-choices">
        <button type="button" className="kiosk-main" onClick={() => onTake(undefined)}>
          {t('kiosk.first-no')}
        </button>
        {priorities.map((one) => (
          <button key={one} type="button" className="kiosk-other" onClick={() => onTake(one)}>
            {t(`priority.${one}`)}
          </button>
        ))}
      </div>
      <button type="button" className="kiosk-other kiosk-back" onClick={onBack}>
        {t('kiosk.back')}
      </button>
    </section>
  );
}
