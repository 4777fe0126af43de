// SPDX-License-Identifier: Apache-2.0
import type { OfferCondition, OfferWhole } from '@lilong/contracts/offers';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { Named } from '../affairs/said.tsx';
import { Link } from '../shell/nav.tsx';
import { useOfferT } from '../words/offers.tsx';

/** Each condition, with what is on record, who said so and when. */
export function OfferWhy({ offer }: { readonly offer: OfferWhole }): ReactNode {
  const t = useOfferT();
  const { conditions } = offer;
  return (
    <section className="card offer-why" aria-labelledby="why-title">
      <h2 id="why-title">{t('offers.why')}</h2>
      <ul>
        {conditions.map((one) => (
          <Condition key={`${one.element} ${one.says}`} condition={one} />
        ))}
      </ul>
      {conditions.some(({ so }) => !so) && <Link to="/me/data">{t('offers.object')}</Link>}
    </section>
  );
}

function Condition({ condition }: { readonly condition: OfferCondition }): ReactNode {
  const t = useOfferT();
  const say = useMoment();
  const { element, says, saysEn, so, held } = condition;
  const from = (source: string, day: string | null) =>
    day === null ? source : t('offers.why-from', { source, day: say(day, 'day') });
  return (
    <li className={so ? 'so' : 'not-so'}>
      <Icon name={so ? 'check' : 'warning'} size="1.25em" />
      <span>
        <b>{says === null ? t(`held.${element}`) : <Named zh={says} en={saysEn} />}</b>
        {held === null && <small>{t('offers.not-known')}</small>}
        {held !== null && (
          <small>
            {so ? `${t(`held.${element}`)} ${held.says}` : t('offers.not-so', { says: held.says })}
            {' · '}
            {from(held.source, held.day)}
          </small>
        )}
      </span>
    </li>
  );
}
