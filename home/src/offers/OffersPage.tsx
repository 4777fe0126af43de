// SPDX-License-Identifier: Apache-2.0
import { myOffers, type OfferLine } from '@lilong/contracts/offers';
import { asRefused, useRead } from '@lilong/ui/client.ts';
import { useLive } from '@lilong/ui/live.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { Named } from '../affairs/said.tsx';
import { RetryLater } from '../parts/Refused.tsx';
import { ResidentOnly } from '../session/ResidentOnly.tsx';
import { Opening } from '../shell/Fallbacks.tsx';
import { Link } from '../shell/nav.tsx';
import { useOfferT } from '../words/offers.tsx';
import { WithWords } from '../words/WithWords.tsx';
import { OfferCard } from './OfferCards.tsx';
import './offers.css';

/** 主动提醒: what waits for an answer, then what became of earlier ones. */
export function OffersPage(): ReactNode {
  return (
    <WithWords of="offers">
      <ResidentOnly>{() => <Mine />}</ResidentOnly>
    </WithWords>
  );
}

function Mine(): ReactNode {
  const t = useOfferT();
  useLive('my');
  const read = useRead(myOffers, {});
  if (read.error !== null && read.data === undefined)
    return <RetryLater refusal={asRefused(read.error).problem} again={() => void read.refetch()} />;
  if (read.data === undefined) return <Opening />;
  const { offers } = read.data;
  const waits = offers.filter(({ state }) => state === 'waits');
  const earlier = offers.filter(({ state }) => state !== 'waits');
  return (
    <div className="page narrow">
      <h1>{t('offers.title')}</h1>
      <p>{t('offers.lead')}</p>
      {waits.length === 0 && <p className="empty">{t('offers.none')}</p>}
      {waits.map((offer) => (
        <OfferCard key={offer.offer} offer={offer} />
      ))}
      {earlier.length > 0 && <h2>{t('offers.earlier')}</h2>}
      {earlier.map((offer) => (
        <Earlier key={offer.offer} offer={offer} />
      ))}
    </div>
  );
}

const tones = { accepted: 'tag done', refused: 'tag', lapsed: 'tag', over: 'tag', waits: 'tag' };
function Earlier({ offer }: { readonly offer: OfferLine }): ReactNode {
  const t = useOfferT();
  const say = useMoment();
  const { state, answeredOn, lapsesOn } = offer;
  return (
    <Link className="card offer-earlier" to={`/offers/${offer.offer}`}>
      <b>
        <Named zh={offer.itemName} en={offer.itemNameEn} />
      </b>
      <span className={tones[state]}>{t(`offers.state.${state}`)}</span>
      <small>{say(answeredOn ?? lapsesOn, 'day')}</small>
    </Link>
  );
}
