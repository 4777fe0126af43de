// SPDX-License-Identifier: Apache-2.0
import { type AffairState, incomingStates } from '@lilong/contracts/affair-flow';
import type { AffairStep } from '@lilong/contracts/affairs';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { useAffairT } from '../words/affairs.tsx';

/** What happened, in plain words; which office answers for it, and the law that it stands on. */
export function AffairTimeline({ steps }: { readonly steps: readonly AffairStep[] }): ReactNode {
  const t = useAffairT();
  const say = useMoment();
  if (steps.length === 0) return null;
  return (
    <section>
      <h2>{t('mine.timeline')}</h2>
      <ol className="timeline">
        {steps.map((step) => (
          <li key={`${step.at} ${step.did}`}>
            <time dateTime={step.at}>{say(step.at)}</time>
            <div>
              <b>{t(`mine.move.${step.did}`)}</b>
              {step.words !== null && <p>{step.words}</p>}
              {step.dueAt !== null && <p>{t(dueOf(step.state), { when: say(step.dueAt) })}</p>}
              <p className="affair-by">
                {[
                  step.organisationName,
                  step.helperName === null ? null : t('mine.by-helper', { name: step.helperName }),
                  step.law === null ? null : t(`law.${step.law}`),
                ]
                  .filter((said) => said !== null)
                  .join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What is due by that day: the answer, what was asked for, the result in hand, or the decision. */
function dueOf(state: AffairState) {
  if (incomingStates.includes(state)) return 'mine.due.receipt' as const;
  if (state === 'correction') return 'mine.supplement-until' as const;
  if (state === 'granted' || state === 'refused') return 'mine.due.delivery' as const;
  return 'mine.due.promise' as const;
}
