// SPDX-License-Identifier: Apache-2.0
import { myOffer, type OfferTaken, type OfferWhole } from '@lilong/contracts/offers';
import { useRead } from '@lilong/ui/client.ts';
import { useLanguage } from '@lilong/ui/words.tsx';
import { type ReactNode, useState } from 'react';
import { Named } from '../affairs/said.tsx';
import { Arrived } from '../parts/Arrived.tsx';
import { RetryLater } from '../parts/Refused.tsx';
import { ResidentOnly } from '../session/ResidentOnly.tsx';
import { Opening } from '../shell/Fallbacks.tsx';
import { Link, useInAddress } from '../shell/nav.tsx';
import { useOfferT } from '../words/offers.tsx';
import { WithWords } from '../words/WithWords.tsx';
import { OfferAnswer } from './OfferAnswer.tsx';
import { OfferWent } from './OfferWent.tsx';
import { OfferWhy } from './OfferWhy.tsx';
import './offers.css';
import '../affairs/affairs.css';
import '../cases/report.css';

/** One offer: what it brings, why, and the two answers. */
export function OfferPage(): ReactNode {
  const offer = Number(useInAddress('offer'));
  return (
    <WithWords of="offers">
      <ResidentOnly>{() => <Offer key={offer} offer={offer} />}</ResidentOnly>
    </WithWords>
  );
}

/** Written down once when it is opened, not at each glance at the window. */
const onceOpened = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const;

function Offer({ offer }: { readonly offer: number }): ReactNode {
  const { data, error, refetch } = useRead(myOffer, { offer }, onceOpened);
  const [taken, setTaken] = useState<OfferTaken>();
  if (taken !== undefined && data !== undefined) return <Taken taken={taken} offer={data} />;
  if (data === undefined && error !== null)
    return <RetryLater refusal={error.problem} again={() => void refetch()} />;
  if (data === undefined) return <Opening />;
  return (
    <article className="page narrow offer">
      <Head offer={data} />
      <OfferWhy offer={data} />
      {data.state === 'waits' ? (
        <OfferAnswer offer={data} onTaken={setTaken} onAnswered={() => void refetch()} />
      ) : (
        <OfferWent offer={data} onAgain={() => void refetch()} />
      )}
    </article>
  );
}

function Head({ offer }: { readonly offer: OfferWhole }): ReactNode {
  const t = useOfferT();
  const english = useLanguage() === 'en';
  return (
    <header>
      {offer.state === 'waits' && (
        <p className="offer-for">{t('offers.for', { name: offer.form.personName })}</p>
      )}
      <h1>
        <Named zh={offer.gets} en={offer.getsEn} />
      </h1>
      {offer.getsMore !== null && <p lang={english ? 'zh-CN' : undefined}>{offer.getsMore}</p>}
      <Link className="offer-guide" to={`/affairs/${offer.item}`}>
        {t('offers.guide')}
      </Link>
    </header>
  );
}

interface TakenProps {
  readonly taken: OfferTaken;
  readonly offer: OfferWhole;
}
/** It has arrived, or is done already. */
function Taken({ taken, offer }: TakenProps): ReactNode {
  const t = useOfferT();
  return (
    <Arrived title={t(offer.atOnce ? 'offers.done-once' : 'offers.done')}>
      <dl className="card receipt">
        <dt>{t('handed.ref')}</dt>
        <dd className="ref">{taken.matter}</dd>
        <dt>{t('handed.item')}</dt>
        <dd>
          <Named zh={offer.itemName} en={offer.itemNameEn} />
        </dd>
      </dl>
      <Link className="button main wide" to={`/affairs/mine/${taken.matter}`}>
        {t('offers.follow')}
      </Link>
    </Arrived>
  );
}
