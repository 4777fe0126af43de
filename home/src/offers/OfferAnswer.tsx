// SPDX-License-Identifier: Apache-2.0
import { takenOf } from '@lilong/contracts/affair-consent';
import { isNeeded } from '@lilong/contracts/affair-items';
import type { FilledField } from '@lilong/contracts/affairs';
import { acceptOffer, type OfferTaken, type OfferWhole } from '@lilong/contracts/offers';
import { useWrite } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { type ReactNode, useState } from 'react';
import { AskedField } from '../affairs/AskedFields.tsx';
import { Things } from '../affairs/Sign.tsx';
import { Refused } from '../parts/Refused.tsx';
import { useGo } from '../shell/nav.tsx';
import { useOfferT } from '../words/offers.tsx';
import { NoThanks } from './NoThanks.tsx';

interface OfferAnswerProps {
  readonly offer: OfferWhole;
  readonly onTaken: (taken: OfferTaken) => void;
  readonly onAnswered: () => void;
}

/** What a yes does, with what; the yes, and the no. */
export function OfferAnswer({ offer, onTaken, onAnswered }: OfferAnswerProps): ReactNode {
  const t = useOfferT();
  const say = useMoment();
  const go = useGo();
  const [fields, setFields] = useState(offer.fills.fields);
  const accept = useWrite(acceptOffer, { refreshes: ['my'] });
  async function yes(): Promise<void> {
    const taken = await accept.send({ offer: offer.offer, fields });
    if (taken === undefined) return;
    if (taken.state === 'draft') await go(`/affairs/${taken.item}/apply`);
    else onTaken(taken);
  }
  const still = offer.conditions.every(({ so }) => so);
  return (
    <>
      <Then offer={offer} />
      {offer.whole &&
        proposed(offer).map((field) => (
          <AskedField
            key={field.key}
            field={field}
            typed={String(fields[field.key] ?? '')}
            refusal={accept.refusal}
            onType={(value) => setFields((before) => ({ ...before, [field.key]: value }))}
          />
        ))}
      {offer.whole && <Consent offer={offer} />}
      <div className="go">
        <Refused refusal={accept.refusal} />
        {still && (
          <button
            type="button"
            className="button main wide"
            aria-disabled={accept.pending}
            onClick={() => !accept.pending && void yes()}
          >
            {t(offer.whole ? 'offers.yes' : 'offers.yes-form')}
          </button>
        )}
        <NoThanks offer={offer} onRefused={onAnswered} />
        <p className="hint">{t('offers.until', { day: say(offer.lapsesOn, 'day') })}</p>
      </div>
    </>
  );
}

/** What the item proposes and the registry does not know; chosen already. */
const proposed = ({ form, fills }: OfferWhole): FilledField[] =>
  form.fields.filter(
    ({ key, held, when }) =>
      held === null && key in fills.fields && isNeeded(when, fills.questions),
  );

function Then({ offer }: { readonly offer: OfferWhole }): ReactNode {
  const t = useOfferT();
  const say = useMoment();
  const { form, whole, atOnce, fills } = offer;
  const facts = { accepts: form.acceptName ?? '', when: say(form.promise.dueAt) };
  return (
    <section className="card offer-then">
      <h2>{t('offers.then')}</h2>
      <p>
        {!whole && t('offers.then-form')}
        {whole && atOnce && t('offers.then-once')}
        {whole && !atOnce && t('offers.then-promise', facts)}
      </p>
      {fills.deliverBy !== null && whole && (
        <p className="hint">{t('offers.by', { by: t(`delivery.${fills.deliverBy}`) })}</p>
      )}
    </section>
  );
}

/** Exactly what is taken of what the city holds, once. */
function Consent({ offer }: { readonly offer: OfferWhole }): ReactNode {
  const t = useOfferT();
  const taken = takenOf(offer.form.takes, offer.fills.questions, []);
  return (
    <div className="consent">
      <p>{t('offers.consent')}</p>
      <Things taken={taken} />
    </div>
  );
}
