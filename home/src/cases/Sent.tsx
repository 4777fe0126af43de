// SPDX-License-Identifier: Apache-2.0
import type { Receipt } from '@lilong/contracts/cases';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Known } from '../session/me.ts';
import { Link } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { Standing } from './promise.tsx';

/** It has arrived: a number to read over the phone, and what is promised now. A case that others opened may be further on. */
export function Sent({ receipt }: { receipt: Receipt }): ReactNode {
  const t = useT();
  const sayMoment = useMoment();
  const heading = useHeadingFocus();
  return (
    <section className="page narrow sent">
      <i className="arch done">
        <Icon name="check" size={34} />
      </i>
      <h1 ref={heading} tabIndex={-1}>
        {t('sent.title')}
      </h1>
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
    </section>
  );
}

/** It has not arrived yet, and will. */
export function KeptForLater({ committee }: { committee: Known['committee'] }): ReactNode {
  const t = useT();
  const heading = useHeadingFocus();
  return (
    <section className="page narrow sent">
      <i className="arch soon">
        <Icon name="waiting" size={34} />
      </i>
      <h1 ref={heading} tabIndex={-1}>
        {t('outbox.waiting')}
      </h1>
      <p className="promise">{t('outbox.kept')}</p>
      {committee?.phone != null && <p>{t('outbox.urgent', { phone: committee.phone })}</p>}
      <Link className="button main wide" to="/my">
        {t('nav.my')}
      </Link>
      <Link className="button wide" to="/">
        {t('nav.home')}
      </Link>
    </section>
  );
}

/** What replaced the form is said first. */
function useHeadingFocus() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  return heading;
}
