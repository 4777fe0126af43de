// SPDX-License-Identifier: Apache-2.0
import type { Visit, Visitor } from '@lilong/contracts/counters-visit';
import { type PersonCard, personCard } from '@lilong/contracts/registry';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Values } from '../objections/Values.tsx';
import { OffersAtWindow } from '../offers/OffersAtWindow.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { Guardians } from '../registry/Guardians.tsx';
import { HeldLabels } from '../registry/HeldLabels.tsx';
import { Numbers } from '../registry/Numbers.tsx';
import { PersonHead } from '../registry/PersonHead.tsx';
import { useCode } from '../registry/said.ts';
import { onceOpened } from '../registry/use-card.ts';
import { Keeps, Whereabouts } from '../registry/Whereabouts.tsx';
import { useT } from '../words.ts';
import { LetHelp } from './LetHelp.tsx';
import { timeOf } from './said.ts';
import type { Visiting } from './use-visit.ts';
import '../cases/case.css';
import '../registry/registry.css';
import '../registry/cards.css';
import './visit.css';

interface VisitPanelProps {
  readonly visit: Visit;
  readonly visiting: Visiting;
  /** By which they were called. */
  readonly ticket: string;
}

/** Whoever stands there, beside the ticket: their card, and those for whom they came. */
export function VisitPanel({ visit, visiting, ticket }: VisitPanelProps): ReactNode {
  const t = useT();
  const { visitors, wards, until } = visit;
  const [chosen, setChosen] = useState<number>();
  const shown = visitors.find(({ person }) => person === chosen) ?? visitors[0];
  if (shown === undefined) return null;
  async function open(person: number): Promise<void> {
    if (await visiting.forWard(person)) setChosen(person);
  }
  return (
    <aside className="counter-card" aria-label={t('counters.who')}>
      <div className="counter-visit">
        <p role="status">
          <HowKnown visitor={shown} />
          {until !== null && <small>{t('counters.known-until', { at: timeOf(until) })}</small>}
        </p>
        <Link
          className="counter-apply"
          to="/affairs/for/$person"
          params={{ person: String(shown.person) }}
          search={{ ticket }}
        >
          <Icon name="document" size={20} />
          {t(shown.ward ? 'counters.apply-for' : 'counters.apply', { name: shown.name })}
        </Link>
        {!shown.ward && <LetHelp key={shown.person} visitor={shown} />}
        <Whose visitors={visitors} shown={shown} onChoose={setChosen} />
        {wards.length > 0 && (
          <div className="bar-buttons">
            {wards.map(({ person, name, relation }) => (
              <Button key={person} disabled={visiting.pending} onClick={() => void open(person)}>
                {t(`counters.open-${relation}`, { name })}
              </Button>
            ))}
          </div>
        )}
      </div>
      <File key={shown.person} person={shown.person} ticket={ticket} />
    </aside>
  );
}

interface WhoseProps {
  readonly visitors: Visit['visitors'];
  readonly shown: Visitor;
  readonly onChoose: (person: number) => void;
}
/** Whose card is shown, where there are several. */
function Whose({ visitors, shown, onChoose }: WhoseProps): ReactNode {
  const t = useT();
  if (visitors.length < 2) return null;
  return (
    <fieldset className="bar-buttons" aria-label={t('counters.whose')}>
      {visitors.map(({ person, name, ward }) => (
        <Button
          key={person}
          aria-pressed={person === shown.person}
          onClick={() => onChoose(person)}
        >
          {t(ward ? 'counters.for' : 'counters.oneself', { name })}
        </Button>
      ))}
    </fieldset>
  );
}

function HowKnown({ visitor }: { readonly visitor: Visitor }): ReactNode {
  const t = useT();
  const code = useCode();
  const { seen, ward } = visitor;
  if (ward) return t('counters.known-ward');
  if (seen === 'code') return t('counters.known-code');
  return t('counters.known-papers', { document: code('document', seen) });
}

/** Read once for a visit, and kept nowhere when it is over. */
const forThisVisit = { ...onceOpened, staleTime: Number.POSITIVE_INFINITY, gcTime: 0 } as const;

interface FileProps {
  readonly person: number;
  readonly ticket: string;
}
function File({ person, ticket }: FileProps): ReactNode {
  const read = useRead(personCard, { person }, forThisVisit);
  if (read.data !== undefined)
    return (
      <>
        <OffersAtWindow person={person} ticket={ticket} />
        <Card card={read.data} />
      </>
    );
  if (read.error === null) return <Waiting rows={6} />;
  return <Refused problem={read.error.problem} again={() => read.refetch()} />;
}

/** The same parts as 人房 has; nobody else is opened from here. */
function Card({ card }: { readonly card: PersonCard }): ReactNode {
  const t = useT();
  return (
    <div className="counter-file">
      <PersonHead card={card} />
      <Numbers card={card} />
      <Whereabouts card={card} closed />
      <Keeps card={card} closed />
      <HeldLabels card={card} />
      <Guardians card={card} />
      <Values title={t('person.values')} values={card.values} about={{ person: card.person }} />
      <p className="reg-foot">{t('person.read')}</p>
    </div>
  );
}
