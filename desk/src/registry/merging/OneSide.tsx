// SPDX-License-Identifier: Apache-2.0
import type { PersonCard } from '@lilong/contracts/registry';
import type { ReactNode } from 'react';
import { dayOf } from '../../parts/days.ts';
import { useT } from '../../words.ts';
import { useCode, useDay, useName, useSource } from '../said.ts';
import { SexAge } from '../Who.tsx';

interface OneSideProps {
  readonly card: PersonCard;
  /** Stays, or joins the other one. */
  readonly as: string;
}

/** What tells two people apart, of one of them; numbers masked. */
export function OneSide({ card, as }: OneSideProps): ReactNode {
  const t = useT();
  const say = useDay();
  const name = useName();
  const source = useSource();
  return (
    <section className="twin-side" aria-label={`${as} ${card.name}`}>
      <p>
        <span className="tag tag-state">{as}</span>
      </p>
      <p className="reg-facts">
        <b lang="zh-CN">{card.name}</b>
        <SexAge of={card} />
        {card.bornOn !== null && (
          <span>
            {t('person.born')} {say(card.bornOn)}
          </span>
        )}
      </p>
      <Facts card={card} />
      {card.labels.length > 0 && (
        <p className="reg-as">{card.labels.map(name).join(t('list.join'))}</p>
      )}
      <p className="reg-as">
        {t('person.source', {
          source: source(card.source),
          day: say(dayOf(new Date(card.recordedAt))),
        })}
      </p>
    </section>
  );
}

function Facts({ card }: Pick<OneSideProps, 'card'>): ReactNode {
  const t = useT();
  const code = useCode();
  const say = useDay();
  const what = (number: PersonCard['numbers'][number]) =>
    number.element === 'phone'
      ? t('person.phone')
      : code('document', number.document ?? t('person.number'));
  return (
    <dl className="twin-facts">
      <dt>{t('merge.papers')}</dt>
      {card.numbers.length === 0 && <dd>{t('twins.no-document')}</dd>}
      {card.numbers.map((number) => (
        <dd key={`${number.element} ${number.masked}`}>
          {what(number)} {number.masked}
        </dd>
      ))}
      <dt>{t('merge.where')}</dt>
      {card.presences.map((line) => (
        <dd key={`${line.role} ${line.home} ${line.from}`}>
          {code('role', line.role)} <span lang="zh-CN">{line.door ?? line.placeName}</span>{' '}
          {t('person.since', { day: say(line.from) })}
        </dd>
      ))}
    </dl>
  );
}
