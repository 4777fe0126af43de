// SPDX-License-Identifier: Apache-2.0
import type { AffairPage } from '@lilong/contracts/affairs';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';

/** What was asked and answered, and what was known: nobody typed what has a source. */
export function AffairTold({ page }: { readonly page: AffairPage }): ReactNode {
  const t = useT();
  const { questions, fields } = page;
  const typed = fields.filter(({ source }) => source === null);
  const known = fields.filter(({ source }) => source !== null);
  return (
    <>
      {questions.length + typed.length > 0 && (
        <section className="part" aria-label={t('affairs.told')}>
          <h3>{t('affairs.told')}</h3>
          <dl className="facts">
            {questions.map(({ ask, says }) => (
              <div key={ask}>
                <dt>{ask}</dt>
                <dd>{says}</dd>
              </div>
            ))}
            {typed.map(({ key, title, says }) => (
              <div key={key}>
                <dt>{title}</dt>
                <dd>{says}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {known.length > 0 && (
        <section className="part" aria-label={t('affairs.known')}>
          <h3>{t('affairs.known')}</h3>
          <dl className="facts affairs-known">
            {known.map(({ key, title, says, source }) => (
              <div key={key}>
                <dt>{title}</dt>
                <dd>
                  {says}
                  <small>{source}</small>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}
