// SPDX-License-Identifier: Apache-2.0
import type { AffairPage } from '@lilong/contracts/affairs';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';

/** What happened, oldest first, each with the article it stands on; as whoever applied reads it. */
export function AffairLog({ page }: { readonly page: AffairPage }): ReactNode {
  const t = useT();
  const say = useMoment();
  return (
    <section className="part" aria-label={t('flow.title')}>
      <h3>{t('flow.title')}</h3>
      <ol className="flow">
        {page.timeline.map((step) => (
          <li key={`${step.at} ${step.did}`}>
            <time dateTime={step.at}>{say(step.at)}</time>
            <span>
              <b title={step.roleName}>
                {step.organisationName ?? [step.roleName, step.helperName].join(' ').trim()}
              </b>{' '}
              {t(`affairmove.${step.did}`)}
              {step.dueAt !== null && <span className="flow-fact">{say(step.dueAt)}</span>}
              {step.words !== null && <q>{step.words}</q>}
              {step.law !== null && <small className="affairs-law">{t(`law.${step.law}`)}</small>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
