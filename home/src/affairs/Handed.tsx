// SPDX-License-Identifier: Apache-2.0
import type { AffairPage } from '@lilong/contracts/affairs';
import type { ReactNode } from 'react';
import { Arrived } from '../parts/Arrived.tsx';
import { Link } from '../shell/nav.tsx';
import { useAffairT } from '../words/affairs.tsx';
import { usePathOf } from './acting.ts';
import { DueLine, Named } from './said.tsx';

interface HandedProps {
  readonly page: AffairPage;
  /** Where its own page is this one: shows it. */
  readonly onFollow?: () => void;
}

/** It has arrived: a number, what is promised, or that it is done already. */
export function Handed({ page, onFollow }: HandedProps): ReactNode {
  const t = useAffairT();
  const pathOf = usePathOf();
  const granted = page.decision?.outcome === 'granted';
  return (
    <Arrived title={t(granted ? 'handed.granted' : 'handed.done')}>
      <p className="promise">{granted ? t(`affair.plain.${page.state}`) : <DueLine of={page} />}</p>
      <dl className="card receipt">
        <dt>{t('handed.ref')}</dt>
        <dd className="ref">{page.ref}</dd>
        <dt>{t('handed.item')}</dt>
        <dd>
          <Named zh={page.itemName} en={page.itemNameEn} />
        </dd>
        {page.helperName !== null && (
          <>
            <dt>{t('receipt.helper')}</dt>
            <dd>{page.helperName}</dd>
          </>
        )}
        <dt>{t('handed.accepts')}</dt>
        <dd>{page.acceptName}</dd>
        {page.deliverBy !== null && (
          <>
            <dt>{t('handed.by')}</dt>
            <dd>{t(`delivery.${page.deliverBy}`)}</dd>
          </>
        )}
      </dl>
      <p className="hint">{t('handed.keep')}</p>
      {onFollow === undefined ? (
        <Link className="button main wide" to={pathOf(page.ref)}>
          {t('handed.follow')}
        </Link>
      ) : (
        <button type="button" className="button main wide" onClick={onFollow}>
          {t('handed.follow')}
        </button>
      )}
    </Arrived>
  );
}
