// SPDX-License-Identifier: Apache-2.0
import type { AffairPage } from '@lilong/contracts/affairs';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { Link } from '../shell/nav.tsx';
import { useAffairT } from '../words/affairs.tsx';

/** What was decided, why, what one can do about it, and how it came. */
export function Outcome({ page }: { readonly page: AffairPage }): ReactNode {
  const t = useAffairT();
  const { decision } = page;
  if (decision === null || page.state === 'withdrawn') return null;
  const { outcome, reason, remedy, result } = decision;
  return (
    <section className={outcome === 'granted' ? 'card outcome done' : 'card outcome'}>
      <h2>{t('mine.outcome')}</h2>
      <p>
        <b>{t(`affair.${outcome}`)}</b>
        {result !== null && <> · {t('mine.result', { result })}</>}
      </p>
      {reason !== null && <p>{t('mine.reason', { reason })}</p>}
      {remedy !== null && <p>{t('mine.remedy', { remedy })}</p>}
      <Delivered page={page} />
      {page.certificate !== null && (
        <Link className="button main wide" to={`/certificates/${page.certificate}`}>
          {t('mine.certificate')}
        </Link>
      )}
    </section>
  );
}

function Delivered({ page: { delivery, deliverBy, state } }: { readonly page: AffairPage }) {
  const t = useAffairT();
  const say = useMoment();
  if (delivery === null)
    return deliverBy === null || state !== 'granted' ? null : (
      <p className="hint">{t('mine.comes', { how: t(`delivery.${deliverBy}`) })}</p>
    );
  return (
    <p>
      {t('mine.delivered', {
        ...{ when: say(delivery.at), how: t(`delivery.${delivery.by}`) },
      })}
      {delivery.words !== null && <small> {delivery.words}</small>}
    </p>
  );
}
