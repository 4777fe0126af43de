// SPDX-License-Identifier: Apache-2.0
import type { RatingPage } from '@lilong/contracts/ratings';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';

/** What was done, as the rater reads it too. */
export function Log({ page }: { readonly page: RatingPage }): ReactNode {
  const t = useT();
  const say = useMoment();
  return (
    <section className="part" aria-labelledby="rating-log">
      <h2 id="rating-log">{t('ratings.log')}</h2>
      <ol className="rating-log">
        {page.timeline.map((step) => (
          <li key={`${step.at} ${step.did}`}>
            <time dateTime={step.at}>{say(step.at)}</time>
            <div>
              <b>{t(`ratings.did-${step.did}`)}</b>
              {step.way !== null && <small> {t(`ratings.way-${step.way}`)}</small>}
              {step.words !== null && <p>{step.words}</p>}
              <small>
                {[step.organisationName, step.roleName].filter((one) => one !== null).join(' · ')}
              </small>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
