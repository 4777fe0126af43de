// SPDX-License-Identifier: Apache-2.0
import type { AffairLine } from '@lilong/contracts/affairs';
import type { ReactNode } from 'react';
import { useAffairT } from '../words/affairs.tsx';
import { Steps } from './Steps.tsx';
import { DueLine } from './said.tsx';

interface StandingCardProps {
  readonly of: Pick<AffairLine, 'ref' | 'state' | 'clock' | 'dueAt' | 'lateness' | 'provisional'>;
  /** The state, in the words of the page. */
  readonly says: string;
  readonly children: ReactNode;
}

/** How far a matter is: its state and day, the line of its steps, its number, and what more there is to say. */
export function StandingCard({ of, says, children }: StandingCardProps): ReactNode {
  const t = useAffairT();
  return (
    <section className="card standing" aria-live="polite">
      <p className="affair-now">
        <b>{says}</b>
        <DueLine of={of} />
      </p>
      <Steps state={of.state} labels />
      <p className="ref-line">
        {t('handed.ref')} <b>{of.ref}</b>
      </p>
      {children}
    </section>
  );
}
