// SPDX-License-Identifier: Apache-2.0
import { type HomeCard, homeCard } from '@lilong/contracts/registry';
import { useRead } from '@lilong/ui/client.ts';
import { useLive } from '@lilong/ui/live.ts';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { type Key, useT } from '../words.ts';
import { AsOf } from './AsOf.tsx';
import { Companions } from './Companions.tsx';
import { MoveIn } from './MoveIn.tsx';
import './registry.css';

/** 一房一档. */
export function HomePage(): ReactNode {
  const { home } = useParams({ from: '/homes/$home' });
  const [at, setAt] = useState<string>();
  useLive('registry');
  const read = useRead(homeCard, { home, ...(at === undefined ? {} : { at }) });
  return (
    <div className="page page-narrow registry">
      {read.error !== null && <Refused problem={read.error.problem} again={() => read.refetch()} />}
      {read.isPending && <Waiting />}
      {read.data !== undefined && <Card card={read.data} onAt={setAt} />}
    </div>
  );
}

interface CardProps {
  readonly card: HomeCard;
  readonly onAt: (day: string | undefined) => void;
}
function Card({ card, onAt }: CardProps): ReactNode {
  const t = useT();
  const [moving, setMoving] = useState(false);
  const nobody = card.households.every(({ people }) => people.length === 0);
  return (
    <>
      <header className="card-head">
        <h1>{card.door}</h1>
        <HomeFacts card={card} />
      </header>
      <AsOf asOf={card.asOf} onAt={onAt} />
      {nobody && card.others.length === 0 && <Empty icon="home" title={t('home.nobody')} />}
      {card.households.map(({ household, kind, people }) => (
        <Companions key={household} title={t(`household.${kind}`)} people={people}>
          <p>
            <Link to="/households/$household" params={{ household }} className="tap">
              {t('people.household')}
            </Link>
          </p>
        </Companions>
      ))}
      <Companions title={t('home.others')} people={card.others} />
      {moving && <MoveIn card={card} onDone={() => setMoving(false)} />}
      {!moving && card.can.change && card.asOf === null && (
        <div className="acts">
          <Button type="primary" onClick={() => setMoving(true)}>
            {t('act.in')}
          </Button>
        </div>
      )}
    </>
  );
}

/** What is known of the home; what is not known is left out. */
function HomeFacts({ card }: { readonly card: HomeCard }): ReactNode {
  const t = useT();
  const facts = [
    card.placeName,
    card.floor === null ? '' : t('home.floor', { floor: card.floor }),
    card.lift === null ? '' : t(card.lift ? 'home.lift' : 'home.no-lift'),
    card.tenure === null ? '' : t(`tenure.${card.tenure}` as Key),
    card.state === null ? '' : t(`home.state.${card.state}` as Key),
    card.use === 'dwelling' ? '' : t(`home.use.${card.use}` as Key),
    card.areaM2 === null ? '' : t('home.area', { area: card.areaM2 }),
    card.rooms === null ? '' : t('home.rooms', { rooms: card.rooms }),
  ];
  return <p>{facts.filter((fact) => fact !== '').join(' · ')}</p>;
}
