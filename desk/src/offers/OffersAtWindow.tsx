// SPDX-License-Identifier: Apache-2.0
import { takenOf } from '@lilong/contracts/affair-consent';
import {
  acceptOfferFor,
  type OfferWhole,
  offersFor,
  refuseOfferFor,
} from '@lilong/contracts/offers';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { forThisVisit } from '../affairs/receiving.ts';
import { useNamed } from '../affairs/said.ts';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';
import { OfferConditions } from './OfferConditions.tsx';
import './offers.css';

interface OffersAtWindowProps {
  readonly person: number;
  readonly ticket: string;
}

/** What whoever stands there is entitled to and has not asked for. Nothing, most of the time. */
export function OffersAtWindow({ person, ticket }: OffersAtWindowProps): ReactNode {
  const t = useT();
  const { data } = useRead(offersFor, { person }, forThisVisit);
  const [done, setDone] = useState('');
  const offers = data?.offers ?? [];
  if (offers.length === 0 && done === '') return null;
  return (
    <section className="offers-at-window" aria-label={t('offers.window')}>
      <h3>{t('offers.window')}</h3>
      <p role="status" className={done === '' ? 'unseen' : 'note note-done'}>
        {done}
      </p>
      {offers.map((offer) => (
        <One key={offer.offer} {...{ offer, person, ticket }} onDone={setDone} />
      ))}
    </section>
  );
}

interface OneProps extends OffersAtWindowProps {
  readonly offer: OfferWhole;
  readonly onDone: (words: string) => void;
}
function One({ offer, person, ticket, onDone }: OneProps): ReactNode {
  const t = useT();
  const named = useNamed();
  const accept = useWrite(acceptOfferFor, { refreshes: ['offers', 'affairs'] });
  const refuse = useWrite(refuseOfferFor, { refreshes: ['offers'] });
  const still = offer.conditions.every(({ so }) => so);
  const item = named(offer.itemName, offer.itemNameEn);
  async function yes(): Promise<void> {
    const taken = await accept.send({ person, offer: offer.offer, ticket });
    if (taken === undefined) return;
    const words = offer.atOnce ? 'offers.window-done' : 'offers.window-received';
    onDone(t(words, { item, ref: taken.matter }));
  }
  async function no(): Promise<void> {
    const done = await refuse.send({ person, offer: offer.offer });
    if (done !== undefined) onDone(t('offers.window-refused'));
  }
  const refusal = accept.refusal ?? refuse.refusal;
  return (
    <article className="offer-one">
      <b>{named(offer.gets, offer.getsEn)}</b>
      <OfferConditions conditions={offer.conditions} />
      {!still && <p>{t('offers.changed')}</p>}
      {offer.whole && still && <Says offer={offer} />}
      <div className="bar-buttons">
        {offer.whole && still && (
          <Button type="primary" loading={accept.pending} onClick={() => void yes()}>
            {t('offers.window-yes')}
          </Button>
        )}
        {!offer.whole && (
          <Link
            className="counter-apply"
            to="/affairs/for/$person"
            params={{ person: String(person) }}
            search={{ ticket, item: offer.item }}
          >
            {t('offers.window-form')}
          </Link>
        )}
        <Button disabled={refuse.pending} onClick={() => void no()}>
          {t('offers.window-no')}
        </Button>
      </div>
      {refusal !== undefined && <Refused problem={refusal} />}
    </article>
  );
}

/** What is done with it, and what has to be read aloud. */
function Says({ offer }: { readonly offer: OfferWhole }): ReactNode {
  const t = useT();
  const named = useNamed();
  const { form, fills } = offer;
  const chosen = form.fields.flatMap(({ key, title, titleEn, choices }) => {
    const choice = choices.find((one) => one.key === fills.fields[key]);
    if (choice === undefined) return [];
    return [`${named(title, titleEn)} ${named(choice.says, choice.saysEn)}`];
  });
  const takes = takenOf(form.takes, fills.questions, []);
  const names = takes.map(({ name, nameEn }) => named(name, nameEn)).join(t('offers.and'));
  return (
    <>
      {chosen.length > 0 && (
        <p>{t('offers.window-fills', { what: chosen.join(t('offers.and')) })}</p>
      )}
      <p className="field-hint">{t('offers.window-takes', { what: names })}</p>
    </>
  );
}
