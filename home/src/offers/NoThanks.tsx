// SPDX-License-Identifier: Apache-2.0
import { type OfferWhole, refuseOffer } from '@lilong/contracts/offers';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { Field } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import { useOfferT } from '../words/offers.tsx';

interface NoThanksProps {
  readonly offer: OfferWhole;
  readonly onRefused: () => void;
}

/** No, with a reason or without; it can be had back. */
export function NoThanks({ offer, onRefused }: NoThanksProps): ReactNode {
  const t = useOfferT();
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const refuse = useWrite(refuseOffer, { refreshes: ['my'] });
  async function no(): Promise<void> {
    const reason = typed.trim();
    const said = reason === '' ? {} : { reason };
    const done = await refuse.send({ offer: offer.offer, ...said });
    if (done === undefined) return;
    setAsking(false);
    onRefused();
  }
  return (
    <>
      <button type="button" className="button wide" onClick={() => setAsking(true)}>
        {t('offers.no')}
      </button>
      {asking && (
        <Sheet title={t('offers.no-title')} size="question" onClose={() => setAsking(false)}>
          <p>{t('offers.no-what')}</p>
          <Field
            name="reason"
            label={t('offers.no-reason')}
            maxLength={300}
            value={typed}
            onChange={setTyped}
          />
          <button
            type="button"
            className="button main wide"
            disabled={refuse.pending}
            onClick={() => void no()}
          >
            {t('offers.no-yes')}
          </button>
          <Refused refusal={refuse.refusal} />
        </Sheet>
      )}
    </>
  );
}
