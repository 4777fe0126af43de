// SPDX-License-Identifier: Apache-2.0
import { householdCard, type HouseholdCard as Shape } from '@lilong/contracts/registry';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { AsOf, ChooseDay } from './AsOf.tsx';
import { BirthForm } from './BirthForm.tsx';
import { type Act, CardFrame, CardTitle, NotYet } from './CardFrame.tsx';
import { Companions } from './Companions.tsx';
import { MoveIn } from './MoveIn.tsx';
import { useCode, useDay } from './said.ts';
import { onceOpened, useDayAsked } from './use-card.ts';

/** 一户一档. */
export function HouseholdPage(): ReactNode {
  const { household } = useParams({ from: '/registry/households/$household' });
  const asked = useDayAsked();
  const read = useRead(householdCard, { household, ...asked }, onceOpened);
  if (read.data === undefined) return <NotYet problem={read.error?.problem} again={read.refetch} />;
  return <Card key={household} card={read.data} />;
}

interface CardProps {
  readonly card: Shape;
}

function Card({ card }: CardProps): ReactNode {
  const t = useT();
  const { home, door } = card;
  return (
    <CardFrame
      acts={actsOf(card)}
      form={(act, finish) =>
        act === 'move-in' && home !== null ? (
          <MoveIn at={{ home, door: door ?? '' }} households={[card]} joined finish={finish} />
        ) : (
          <BirthForm card={card} finish={finish} />
        )
      }
    >
      <AsOf day={card.asOf} />
      <Head card={card} />
      <section className="part">
        <h3>{t('household.people')}</h3>
        {card.people.length === 0 && <p className="reg-none-yet">{t('household.nobody')}</p>}
        <Companions people={card.people} />
      </section>
      <footer className="reg-foot">
        <ChooseDay day={card.asOf} />
      </footer>
    </CardFrame>
  );
}

/** People join and are born where a household keeps house, and not on a day that is over. */
const actsOf = ({ can, asOf }: Shape): readonly Act[] =>
  can.change && asOf === null ? ['move-in', 'birth'] : [];

function Head({ card }: CardProps): ReactNode {
  const t = useT();
  const code = useCode();
  const say = useDay();
  const head = card.people.find(({ relation }) => relation === '02') ?? card.people[0];
  return (
    <header className="case-head">
      <CardTitle>
        {head === undefined
          ? code('household', card.kind)
          : t('household.called', { name: head.name, count: card.people.length })}
      </CardTitle>
      {card.home !== null && (
        <Link
          to="/homes/$home"
          params={{ home: card.home }}
          search={(now) => now}
          className="reg-go"
        >
          <Icon name="home" size={18} />
          <span lang="zh-CN">{card.door}</span>
          <Icon name="next" size={16} />
        </Link>
      )}
      <p className="reg-facts">
        <span lang="zh-CN">{card.placeName}</span>
        {head !== undefined && <span>{code('household', card.kind)}</span>}
        <span>{t('household.since', { day: say(card.from) })}</span>
        {card.to !== null && <span>{t('household.ended', { day: say(card.to) })}</span>}
      </p>
    </header>
  );
}
