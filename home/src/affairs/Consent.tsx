// SPDX-License-Identifier: Apache-2.0
import { type AffairPage, agreeAgain, takeBackConsent } from '@lilong/contracts/affairs';
import { useWrite } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import { useAffairT } from '../words/affairs.tsx';
import { Things } from './Sign.tsx';

/** What one agreed to with this matter, and until when; taken back here as long as it is not accepted. */
export function Consent({ page }: { readonly page: AffairPage }): ReactNode {
  const t = useAffairT();
  const say = useMoment();
  const { consent } = page;
  if (consent === null || consent.takes.length === 0) return null;
  const { how, at, takes, ended, endedAt } = consent;
  const over = ended !== null && endedAt !== null;
  return (
    <details className="handed-in">
      <summary>{t('consent.title')}</summary>
      <p>{t(`consent.${how}`, { at: say(at) })}</p>
      <Things taken={takes} />
      <p className="hint">
        {over ? t(`consent.ended-${ended}`, { at: say(endedAt) }) : t('consent.until')}
      </p>
      {page.can.take_back === true && !over && <TakeBack page={page} />}
    </details>
  );
}

/** Asked once: it says what then has to be brought. */
function TakeBack({ page }: { readonly page: AffairPage }): ReactNode {
  const t = useAffairT();
  const [asking, setAsking] = useState(false);
  const back = useWrite(takeBackConsent, { refreshes: ['my'] });
  async function send(): Promise<void> {
    if ((await back.send({ ref: page.ref })) !== undefined) setAsking(false);
  }
  return (
    <>
      <button type="button" className="button" onClick={() => setAsking(true)}>
        {t('consent.take-back')}
      </button>
      {asking && (
        <Sheet title={t('consent.take-back-ask')} size="question" onClose={() => setAsking(false)}>
          <p>{t('consent.take-back-why')}</p>
          <button
            type="button"
            className="button main wide"
            disabled={back.pending}
            onClick={() => void send()}
          >
            {t('consent.take-back-yes')}
          </button>
          <Refused refusal={back.refusal} />
        </Sheet>
      )}
    </>
  );
}

/** After it was taken back: what has to be brought now, and that one may still change one's mind. */
export function TakenBack({ page }: { readonly page: AffairPage }): ReactNode {
  const t = useAffairT();
  const once = useWrite(agreeAgain, { refreshes: ['my'] });
  if (page.consent?.ended !== 'taken_back' || page.state !== 'correction') return null;
  return (
    <section className="notice consent">
      <p>{t('consent.brought-then')}</p>
      {page.again !== null && page.again.length > 0 && (
        <>
          <p>{t('consent.again')}</p>
          <Things taken={page.again} />
          <button
            type="button"
            className="button"
            disabled={once.pending}
            onClick={() => void once.send({ ref: page.ref })}
          >
            {t('consent.again-yes')}
          </button>
          <Refused refusal={once.refusal} />
        </>
      )}
    </section>
  );
}
