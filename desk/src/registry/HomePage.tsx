// SPDX-License-Identifier: Apache-2.0
import { homeCard, type HomeCard as Shape } from '@lilong/contracts/registry';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Values } from '../objections/Values.tsx';
import { useT } from '../words.ts';
import { AsOf, ChooseDay } from './AsOf.tsx';
import { CardFrame, CardTitle, NotYet } from './CardFrame.tsx';
import { Companions } from './Companions.tsx';
import { MoveIn } from './MoveIn.tsx';
import { useCode, useDay } from './said.ts';
import { onceOpened, useDayAsked } from './use-card.ts';

/** 一房一档. */
export function HomePage(): ReactNode {
  const { home } = useParams({ from: '/registry/homes/$home' });
  const asked = useDayAsked();
  const read = useRead(homeCard, { home, ...asked }, onceOpened);
  if (read.data === undefined) return <NotYet problem={read.error?.problem} again={read.refetch} />;
  return <Card key={home} card={read.data} />;
}

interface CardProps {
  readonly card: Shape;
}

function Card({ card }: CardProps): ReactNode {
  const t = useT();
  const say = useDay();
  const mayChange = card.can.change && card.asOf === null && card.closed === null;
  return (
    <CardFrame
      acts={mayChange ? ['move-in'] : []}
      form={(_, finish) => <MoveIn at={card} households={card.households} finish={finish} />}
    >
      <AsOf day={card.asOf} />
      <header className="case-head">
        <CardTitle>
          <span lang="zh-CN">{card.door}</span>
        </CardTitle>
        <p className="reg-facts" lang="zh-CN">
          {card.placeName}
          {card.closed !== null && (
            <span className="tag">{t('doors.closed-on', { day: say(card.closed) })}</span>
          )}
          {card.group !== null && (
            <Link to="/groups/$group" params={{ group: card.group.group }}>
              {card.group.name}
            </Link>
          )}
        </p>
      </header>
      <Households card={card} />
      {card.others.length > 0 && (
        <section className="part">
          <h3>{t('home.others')}</h3>
          <Companions people={card.others} />
        </section>
      )}
      <Values title={t('home.facts')} values={card.values} about={{ home: card.home }} />
      <footer className="reg-foot">
        <ChooseDay day={card.asOf} />
      </footer>
    </CardFrame>
  );
}

function Households({ card }: CardProps): ReactNode {
  const t = useT();
  const code = useCode();
  return (
    <section className="part">
      <h3>{t('home.households')}</h3>
      {card.households.length === 0 && <p className="reg-none-yet">{t('home.households-none')}</p>}
      {card.households.map(({ household, kind, people }) => (
        <section key={household} className="reg-household">
          <Link
            to="/households/$household"
            params={{ household }}
            search={(now) => now}
            className="reg-go reg-household-head"
          >
            <h4>{t('household.of', { kind: code('household', kind), count: people.length })}</h4>
            <Icon name="next" size={16} />
          </Link>
          <Companions people={people} />
        </section>
      ))}
    </section>
  );
}
