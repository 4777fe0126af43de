// SPDX-License-Identifier: Apache-2.0
import type { OfferCondition } from '@lilong/contracts/offers';
import { Icon } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import { useNamed } from '../affairs/said.ts';
import { useT } from '../words.ts';
import './offers.css';

/** Each condition with what is on record, and who said so. */
export function OfferConditions({
  conditions,
}: {
  readonly conditions: readonly OfferCondition[];
}): ReactNode {
  const t = useT();
  const named = useNamed();
  return (
    <ul className="offer-why" aria-label={t('offers.why')}>
      {conditions.map(({ element, says, saysEn, so, held }) => (
        <li key={`${element} ${says}`}>
          <Icon name={so ? 'check' : 'warning'} size={18} />
          <span>
            {says === null ? t(`held.${element}`) : named(says, saysEn)}
            {held !== null && (
              <small> {t('offers.why-from', { value: held.says, source: held.source })}</small>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
