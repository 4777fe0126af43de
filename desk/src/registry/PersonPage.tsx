// SPDX-License-Identifier: Apache-2.0
import { type PersonCard, type PresenceLine, personCard } from '@lilong/contracts/registry';
import { useRead } from '@lilong/ui/client.ts';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { AsOf } from './AsOf.tsx';
import { Companions } from './Companions.tsx';
import { HeldLabels } from './HeldLabels.tsx';
import { PersonActs } from './PersonActs.tsx';
import { SealedNumber } from './SealedNumber.tsx';
import { StandingTag, useSayPerson, useSayRelation } from './said.tsx';
import './registry.css';

/** 一人一档. */
export function PersonPage(): ReactNode {
  const { person } = useParams({ from: '/people/$person' });
  const [at, setAt] = useState<string>();
  const read = useRead(
    personCard,
    { person: Number(person), ...(at === undefined ? {} : { at }) },
    // Each reading is a look that the person can read: only somebody's own act makes one.
    { staleTime: 60_000, refetchOnWindowFocus: false, refetchOnReconnect: false },
  );
  return (
    <div className="page page-narrow registry">
      {read.error !== null && <Refused problem={read.error.problem} again={() => read.refetch()} />}
      {read.isPending && <Waiting />}
      {read.data !== undefined && <Card card={read.data} onAt={setAt} />}
    </div>
  );
}

interface CardProps {
  readonly card: PersonCard;
  readonly onAt: (day: string | undefined) => void;
}
function Card({ card, onAt }: CardProps): ReactNode {
  const t = useT();
  const say = useSayPerson();
  return (
    <>
      <header className="card-head">
        <h1>{card.name}</h1>
        <p>
          {say(card)}
          {card.bornOn !== null && ` · ${t('people.born', { day: card.bornOn })}`}
          {card.nation !== null && ` · ${t('people.nation', { nation: card.nation })}`}
        </p>
        <p className="card-tags">
          {card.standing !== null && <StandingTag standing={card.standing} />}
          {card.diedOn !== null && (
            <span className="tag died">{t('people.died', { day: card.diedOn })}</span>
          )}
        </p>
      </header>
      <AsOf asOf={card.asOf} onAt={onAt} />
      {card.numbers.length > 0 && (
        <section className="sheet-card" aria-labelledby="numbers">
          <h2 id="numbers">{t('people.numbers')}</h2>
          {card.numbers.map((number) => (
            <SealedNumber
              key={`${number.element} ${number.document}`}
              person={card.person}
              number={number}
              may={card.can.reveal}
            />
          ))}
        </section>
      )}
      <Presences presences={card.presences} />
      <Companions title={t('people.with')} people={card.companions} />
      <HeldLabels card={card} />
      {card.can.change && card.diedOn === null && card.asOf === null && <PersonActs card={card} />}
      <p className="page-lead">{t('people.seen')}</p>
    </>
  );
}

function Presences({ presences }: { readonly presences: readonly PresenceLine[] }): ReactNode {
  const t = useT();
  const sayRelation = useSayRelation();
  if (presences.length === 0) return <p className="page-lead">{t('people.nowhere')}</p>;
  return (
    <section className="sheet-card" aria-labelledby="presences">
      <h2 id="presences">{t('people.where')}</h2>
      <ul className="presences">
        {presences.map((one) => (
          <li key={`${one.role} ${one.home} ${one.from}`}>
            <b>{t(`presence.${one.role}`)}</b>
            <span>
              {one.home === null ? (
                one.placeName
              ) : (
                <Link to="/homes/$home" params={{ home: one.home }} className="tap">
                  {one.door ?? one.placeName}
                </Link>
              )}
              <small>
                {[
                  one.staysAs === null ? '' : t(`stays.${one.staysAs}`),
                  one.role === 'lives' || one.role === 'registered'
                    ? sayRelation(one.relation)
                    : '',
                  t('people.since', { day: one.from }),
                  one.to === null ? '' : t('people.until', { day: one.to }),
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </small>
              {one.household !== null && (
                <Link
                  to="/households/$household"
                  params={{ household: one.household }}
                  className="tap"
                >
                  {t('people.household')}
                </Link>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
