// SPDX-License-Identifier: Apache-2.0
import type { Receipt } from '@lilong/contracts/cases';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { WaitingList } from '../outbox/WaitingList.tsx';
import { Arrived } from '../parts/Arrived.tsx';
import type { Known } from '../session/me.ts';
import { useCall } from '../shell/Call.tsx';
import { Link } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { Standing } from './promise.tsx';

/** It has arrived: a number to read over the phone, and what is promised now. A case that others opened may be further on. */
export function Sent({ receipt }: { receipt: Receipt }): ReactNode {
  const t = useT();
  const sayMoment = useMoment();
  return (
    <Arrived title={t('sent.title')}>
      <p className="promise">
        {receipt.answeredAt === null && !receipt.late ? (
          t('sent.promise', { when: sayMoment(receipt.answerDue) })
        ) : (
          <Standing report={receipt} />
        )}
      </p>
      {receipt.provisional && <p className="hint">{t('promise.provisional')}</p>}
      <dl className="card receipt">
        <dt>{t('sent.ref')}</dt>
        <dd className="ref">{receipt.ref}</dd>
        <dt>{t('sent.place')}</dt>
        <dd>{receipt.placeName}</dd>
        {receipt.committeePhone !== null && (
          <>
            <dt>{t('sent.phone')}</dt>
            <dd>
              <a href={`tel:${receipt.committeePhone}`}>{receipt.committeePhone}</a>
            </dd>
          </>
        )}
      </dl>
      <Link className="button main wide" to={`/my/${receipt.ref}`}>
        {t('sent.follow')}
      </Link>
      <Link className="button wide" to="/">
        {t('nav.home')}
      </Link>
    </Arrived>
  );
}

/** It has not arrived yet, and will. What is still wanted of its writer stands on its card. */
export function KeptForLater({ known }: { known: Known }): ReactNode {
  const t = useT();
  const call = useCall(known.committee);
  return (
    <Arrived title={t('outbox.kept-title')} waits>
      <p className="promise">{t('outbox.kept')}</p>
      <WaitingList known={known} />
      {call !== undefined && (
        <p>
          {t(call.name === undefined ? 'outbox.urgent-city' : 'outbox.urgent', {
            phone: call.phone,
          })}
        </p>
      )}
      <Link className="button wide" to="/">
        {t('nav.home')}
      </Link>
    </Arrived>
  );
}
