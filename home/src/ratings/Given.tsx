// SPDX-License-Identifier: Apache-2.0
import type { GivenRating, ToRate } from '@lilong/contracts/ratings';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { useNamed } from '../affairs/said.tsx';
import { useT } from '../words/use.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { Arches } from './Grades.tsx';
import type { SaidAnswer, Sending } from './said.ts';

interface GivenProps {
  readonly page: ToRate;
  readonly given: GivenRating;
  readonly answer: Sending<SaidAnswer>;
}

/** What one said, and what became of it. */
export function Given({ page, given, answer }: GivenProps): ReactNode {
  const t = useT();
  const named = useNamed();
  const grade = given.grade as 1 | 2 | 3 | 4 | 5; // says the contract
  const reasons = given.reasons.map(({ name, nameEn }) => named(name, nameEn));
  return (
    <section className="card rate given" aria-live="polite">
      <h2>{t('rate.given')}</h2>
      <p className="rate-said">
        <b>{t(`grade.${grade}`)}</b>
        <Arches grade={grade} />
      </p>
      {reasons.length > 0 && <p className="hint">{reasons.join(' · ')}</p>}
      {given.words !== null && <blockquote>{given.words}</blockquote>}
      {given.state === 'counted' ? (
        <p className="hint">{t('rate.state-counted')}</p>
      ) : (
        <Becomes page={page} given={given} />
      )}
      {given.can.includes('answer') && <AnswerForm answer={answer} />}
    </section>
  );
}

/** Whose turn it is, by when; then each step. */
function Becomes({ page, given }: Pick<GivenProps, 'page' | 'given'>): ReactNode {
  const t = useT();
  const say = useMoment();
  const due = given.state === 'heard' ? given.contactDue : given.finishDue;
  const running = given.state === 'heard' || given.state === 'contacted';
  const steps = given.timeline.filter(({ did }) => did !== 'rated');
  return (
    <>
      <p className="rate-now">
        <b>{t(`rate.state-${given.state}`, { unit: page.unitName })}</b>
        {running && due !== null && (
          <span>{t(`rate.due-${given.state as 'heard' | 'contacted'}`, { when: say(due) })}</span>
        )}
        {running && given.provisional && <small className="hint">{t('rate.provisional')}</small>}
        {given.solved !== null && (
          <span>{t(given.solved ? 'rate.solved-yes' : 'rate.solved-no')}</span>
        )}
      </p>
      {steps.length > 0 && (
        <ol className="timeline">
          {steps.map((step) => (
            <li key={`${step.at} ${step.did}`}>
              <time dateTime={step.at}>{say(step.at)}</time>
              <div>
                <b>{t(`rate.did-${step.did}`)}</b>
                {step.words !== null && <p>{step.words}</p>}
                {step.organisationName !== null && (
                  <p className="affair-by" lang="zh-CN">
                    {step.organisationName}
                  </p>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
