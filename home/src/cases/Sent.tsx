// SPDX-License-Identifier: Apache-2.0
import type { Receipt } from '@lilong/contracts/cases';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import { type ReactNode, useEffect, useRef } from 'react';
import { WaitingList } from '../outbox/WaitingList.tsx';
import type { Known } from '../session/me.ts';
import { useSettings } from '../session/settings.ts';
import { useCall } from '../shell/Call.tsx';
import { Link } from '../shell/nav.tsx';
import { sayAloud, voiceOf } from '../shell/voice.ts';
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

/** It has not arrived yet, and will. What is still wanted of its writer stands on its card. */
export function KeptForLater({ known }: { known: Known }): ReactNode {
  const t = useT();
  const heading = useHeadingFocus();
  const call = useCall(known.committee);
  return (
    <section className="page narrow sent">
      <i className="arch soon">
        <Icon name="waiting" size={34} />
      </i>
      <h1 ref={heading} tabIndex={-1}>
        {t('outbox.kept-title')}
      </h1>
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
    </section>
  );
}

/** What replaced the form is said first; in 长辈版 aloud, where the phone has a voice. */
function useHeadingFocus() {
  const { elder, language } = useSettings();
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, when it comes
  useEffect(() => {
    const shown = heading.current;
    shown?.focus({ preventScroll: true });
    scrollTo(0, 0);
    const voice = elder ? voiceOf(language) : undefined;
    const promise = shown?.nextElementSibling?.textContent ?? '';
    if (voice !== undefined) sayAloud(`${shown?.textContent}。${promise}`, voice);
  }, []);
  return heading;
}
