// SPDX-License-Identifier: Apache-2.0
import { type CaseState, progressSteps } from '@lilong/contracts/case-flow';
import type { ReactNode } from 'react';
import { useT } from '../words/use.ts';

interface ProgressProps {
  readonly step: number;
  readonly state: CaseState;
  readonly labels?: true;
}

/** How far a case has come: done, now, still to do. Stopped cases have no "now". */
export function Progress({ step, state, labels }: ProgressProps): ReactNode {
  const t = useT();
  const stopped = state === 'not_accepted' || state === 'forced_close';
  const now = progressSteps[Math.min(step, progressSteps.length - 1)] ?? 'report';
  const label = stopped
    ? t(`state.plain.${state}`)
    : t('progress.label', { step: Math.min(step + 1, 6), of: 6, name: t(`step.plain.${now}`) });
  return (
    <div className={stopped ? 'progress stopped' : 'progress'} role="img" aria-label={label}>
      {progressSteps.map((name, index) => (
        <span key={name} className={partOf(index, step)}>
          {labels === true && !stopped && t(`step.plain.${name}`)}
        </span>
      ))}
    </div>
  );
}

function partOf(index: number, step: number): 'done' | 'now' | 'next' {
  if (index < step) return 'done';
  return index === step ? 'now' : 'next';
}
