// SPDX-License-Identifier: Apache-2.0
import { myOffers, type OfferLine } from '@lilong/contracts/offers';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { useNamed } from '../affairs/said.tsx';
import { useKeptPlace } from '../parts/kept-place.ts';
import { useWho } from '../session/me.ts';
import { Link } from '../shell/nav.tsx';
import { useOfferT } from '../words/offers.tsx';
import { WithWords } from '../words/WithWords.tsx';
import { OFFERED, OfferPlace } from './place.tsx';
import './offers.css';

interface OfferCardsProps {
  /** The place for what comes unexpected: below everything else of the page. */
  readonly late: boolean;
}

/** What is offered unasked, on a page about something else: the newest one, and how many more. Nothing moves for it. */
export function OfferCards({ late }: OfferCardsProps): ReactNode {
  const signedIn = useWho().state === 'resident';
  const { data, isLoading } = useRead(myOffers, {}, { enabled: signedIn });
  const waiting = (data?.offers ?? []).filter(({ state }) => state === 'waits');
  const [first, ...others] = waiting;
  const hasPlace = useKeptPlace(OFFERED, data && waiting.length) > 0;
  if (hasPlace === late) return null;
  if (isLoading) return late ? null : <OfferPlace />;
  if (first === undefined && late) return null;
  return (
    <WithWords of="offers" meanwhile={<OfferPlace />}>
      {first === undefined ? <None /> : <Cards first={first} more={others.length} />}
    </WithWords>
  );
}

/** All of them were answered since this phone looked last: until the page is left the place stays. */
function None(): ReactNode {
  const t = useOfferT();
  return (
    <section className="offer-cards" aria-label={t('offers.title')}>
      <p className="card offer-card">{t('offers.none')}</p>
    </section>
  );
}

function Cards({ first, more }: { readonly first: OfferLine; readonly more: number }): ReactNode {
  const t = useOfferT();
  return (
    <section className="offer-cards" aria-label={t('offers.title')}>
      <OfferCard offer={first} />
      {more > 0 && (
        <Link className="link" to="/offers">
          {t('offers.more', { count: more })}
        </Link>
      )}
    </section>
  );
}

/** One of them, as an invitation. */
export function OfferCard({ offer }: { readonly offer: OfferLine }): ReactNode {
  const t = useOfferT();
  const say = useMoment();
  const named = useNamed();
  return (
    <Link className="card offer-card" to={`/offers/${offer.offer}`}>
      <i className="arch on">
        <Icon name="check" />
      </i>
      <span>
        <b>{t('offers.card', { gets: named(offer.gets, offer.getsEn) })}</b>
        <small>{named(offer.why, offer.whyEn)}</small>
        {offer.reminded && (
          <span className="tag soon">
            {t('offers.card-again', { day: say(offer.lapsesOn, 'day') })}
          </span>
        )}
      </span>
      <Icon name="next" size="1em" />
    </Link>
  );
}
