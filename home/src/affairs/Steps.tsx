// SPDX-License-Identifier: Apache-2.0
import { type AffairState, affairStepOf, affairSteps } from '@lilong/contracts/affair-flow';
import type { ReactNode } from 'react';
import { useAffairT } from '../words/affairs.tsx';

interface StepsProps {
  readonly state: AffairState;
  readonly labels?: true;
}

const stopped: readonly AffairState[] = ['not_accepted', 'withdrawn', 'void', 'returned'];

/** 申请 受理 审核 办结 送达: behind, now, still to come. What was stopped has no "now". */
export function Steps({ state, labels }: StepsProps): ReactNode {
  const t = useAffairT();
  const isStopped = stopped.includes(state);
  const behind = affairStepOf[state];
  const of = affairSteps.length;
  const now = affairSteps[Math.min(behind, of - 1)] ?? 'deliver';
  const label = isStopped
    ? t(`affair.plain.${state}`)
    : t('mine.step', { step: Math.min(behind + 1, of), of, name: t(`affairstep.${now}`) });
  return (
    <span className={isStopped ? 'progress stopped' : 'progress'} role="img" aria-label={label}>
      {affairSteps.map((name, index) => (
        <span key={name} className={partOf(index, behind)}>
          {labels === true && !isStopped && t(`affairstep.${name}`)}
        </span>
      ))}
    </span>
  );
}

function partOf(index: number, behind: number): 'done' | 'now' | 'next' {
  if (index < behind) return 'done';
  return index === behind ? 'now' : 'next';
}
