// SPDX-License-Identifier: Apache-2.0
import type { countTree } from '@lilong/contracts/case-work';
import type { ReplyOf } from '@lilong/contracts/route';
import type { ReactNode } from 'react';
import { type Key, useT } from '../words.ts';

interface IndicatorsProps {
  readonly indicators: ReplyOf<typeof countTree>['indicators'];
}

/** Rates with both of their numbers. Nothing divided by nothing is a dash: neither 0 nor 100. */
export function Indicators({ indicators }: IndicatorsProps): ReactNode {
  const t = useT();
  return (
    <section className="part" aria-labelledby="indicators">
      <h2 id="indicators">{t('look.indicators')}</h2>
      <dl className="indicators">
        {indicators.map(({ key, over, of, share }) => (
          <div key={key}>
            <dt>{t(`indicator.${key}` as Key)}</dt>
            <dd>
              <b>{share === null ? '—' : `${(share * 100).toFixed(2)} %`}</b>
              <small>{share === null ? t('look.nothing-yet') : `${over} / ${of}`}</small>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
