// SPDX-License-Identifier: Apache-2.0
import { personCard, type PersonCard as Shape } from '@lilong/contracts/registry';
import { useRead } from '@lilong/ui/client.ts';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Values } from '../objections/Values.tsx';
import { dayOf } from '../parts/days.ts';
import { useT } from '../words.ts';
import { AsOf, ChooseDay } from './AsOf.tsx';
import { BindForm } from './BindForm.tsx';
import { type Act, CardFrame, type Finish, NotYet } from './CardFrame.tsx';
import { DeathForm } from './DeathForm.tsx';
import { GuardianForm } from './GuardianForm.tsx';
import { Guardians } from './Guardians.tsx';
import { HeldLabels } from './HeldLabels.tsx';
import { LabelForm } from './LabelForm.tsx';
import { MandateForm } from './MandateForm.tsx';
import { MoveOutForm } from './MoveOutForm.tsx';
import { MergeForm } from './merging/MergeForm.tsx';
import { Numbers } from './Numbers.tsx';
import { PersonHead } from './PersonHead.tsx';
import { useDay, useSource } from './said.ts';
import { onceOpened, useDayAsked } from './use-card.ts';
import { Keeps, Leads, Whereabouts } from './Whereabouts.tsx';

/** 一人一档. */
export function PersonPage(): ReactNode {
  const { person } = useParams({ from: '/registry/people/$person' });
  const asked = useDayAsked();
  const no = Number(person);
  const read = useRead(personCard, { person: no, ...asked }, onceOpened);
  if (read.data === undefined) return <NotYet problem={read.error?.problem} again={read.refetch} />;
  return <Card key={no} card={read.data} />;
}

function Card({ card }: { readonly card: Shape }): ReactNode {
  const t = useT();
  return (
    <CardFrame
      acts={actsOf(card)}
      form={(act, finish) => <PersonForm act={act} card={card} finish={finish} />}
    >
      <AsOf day={card.asOf} />
      <PersonHead card={card} />
      <Leads card={card} />
      <HeldLabels card={card} />
      <Numbers card={card} />
      <Whereabouts card={card} />
      <Keeps card={card} />
      <Values title={t('person.values')} values={card.values} about={{ person: card.person }} />
      <Guardians card={card} />
      <Foot card={card} />
    </CardFrame>
  );
}

/** Nothing is changed on a day that is over, nor of somebody who is dead. */
function actsOf({ can, asOf, diedOn, presences }: Shape): readonly Act[] {
  if (!can.change || asOf !== null || diedOn !== null) return [];
  const lives = presences.some(({ role }) => role === 'lives');
  return [
    'label',
    ...(lives ? (['move-out'] as const) : []),
    'bind',
    'guardian',
    'mandate',
    'merge-records',
    'death',
  ];
}

interface PersonFormProps {
  readonly act: Act;
  readonly card: Shape;
  readonly finish: Finish;
}

function PersonForm({ act, card, finish }: PersonFormProps): ReactNode {
  if (act === 'label') return <LabelForm card={card} finish={finish} />;
  if (act === 'bind') return <BindForm card={card} finish={finish} />;
  if (act === 'guardian') return <GuardianForm card={card} finish={finish} />;
  if (act === 'mandate') return <MandateForm card={card} finish={finish} />;
  if (act === 'merge-records') return <MergeForm card={card} finish={finish} />;
  if (act === 'death') return <DeathForm card={card} finish={finish} />;
  return <MoveOutForm card={card} finish={finish} />;
}

function Foot({ card }: { readonly card: Shape }): ReactNode {
  const t = useT();
  const say = useDay();
  const source = useSource();
  return (
    <footer className="reg-foot">
      <p>
        {t('person.read')}{' '}
        {t('person.source', {
          source: source(card.source),
          day: say(dayOf(new Date(card.recordedAt))),
        })}
      </p>
      <ChooseDay day={card.asOf} />
    </footer>
  );
}
