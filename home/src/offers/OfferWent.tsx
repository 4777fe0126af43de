// SPDX-License-Identifier: Apache-2.0
import { type OfferWhole, reopenOffer } from '@lilong/contracts/offers';
import { useWrite } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { Link } from '../shell/nav.tsx';
import { useOfferT } from '../words/offers.tsx';

interface OfferWentProps {
  readonly offer: OfferWhole;
  readonly onAgain: () => void;
}

/** What became of it; a no, or none in time, can be taken back. */
export function OfferWent({ offer, onAgain }: OfferWentProps): ReactNode {
  const t = useOfferT();
  const say = useMoment();
  const reopen = useWrite(reopenOffer, { refreshes: ['my'] });
  const { state, answeredOn, lapsesOn, matter } = offer;
  async function again(): Promise<void> {
    if ((await reopen.send({ offer: offer.offer })) !== undefined) onAgain();
  }
  if (state === 'waits') return null;
  const day = say(state === 'lapsed' ? lapsesOn : (answeredOn ?? lapsesOn), 'day');
  return (
    <section className="go">
      <p className="notice">{t(`offers.went.${state}`, { day })}</p>
      {matter !== null && (
        <Link className="button main wide" to={`/affairs/mine/${matter}`}>
          {t('offers.follow')}
        </Link>
      )}
      {(state === 'refused' || state === 'lapsed') && (
        <button
          type="button"
          className="button main wide"
          disabled={reopen.pending}
          onClick={() => void again()}
        >
          {t('offers.again')}
        </button>
      )}
      <Refused refusal={reopen.refusal} />
    </section>
  );
}
