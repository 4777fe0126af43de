// SPDX-License-Identifier: Apache-2.0
import type { CentreCard } from '@lilong/contracts/counters';
import type { ReactNode } from 'react';
import { useT } from '../words/use.ts';
import type { Machine, Provisional } from './machine.ts';
import { Printed } from './Printed.tsx';
import { provisionalSlip } from './slip.ts';
import { useFocusOnce } from './use-focus.ts';

interface ProvidedProps {
  readonly hall: CentreCard;
  readonly slip: Provisional;
  readonly machine: Machine;
  readonly onEnd: () => void;
}

/** The server cannot be asked: a number of the machine's own, which says what it is. */
export function Provided({ hall, slip, machine, onEnd }: ProvidedProps): ReactNode {
  const t = useT();
  const title = useFocusOnce<HTMLHeadingElement>();
  return (
    <section className="kiosk-step kiosk-taken provisional">
      <h1 ref={title} tabIndex={-1}>
        {t('kiosk.provisional')} <strong>{slip.number}</strong>
      </h1>
      <p className="kiosk-facts">
        <b>{t('kiosk.provisional-what')}</b>
      </p>
      <Printed machine={machine} ready slip={provisionalSlip(hall, slip)} />
      <button type="button" className="kiosk-main" onClick={onEnd}>
        {t('kiosk.done')}
      </button>
    </section>
  );
}
