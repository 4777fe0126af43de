// SPDX-License-Identifier: Apache-2.0
import type { DeskTicket } from '@lilong/contracts/counters';
import { type ReactNode, useState } from 'react';
import { useKeys } from '../parts/useKeys.ts';
import { useT } from '../words.ts';
import { ActButton, type ActButtonProps } from './ActButton.tsx';
import { once } from './NextOne.tsx';
import { Papers } from './Papers.tsx';
import { PickMatter, PickTarget } from './Picks.tsx';
import { Recognise } from './Recognise.tsx';
import { type Hall, standingWords, useServiceName } from './said.ts';
import type { Acts } from './use-acts.ts';
import { type Asking, useButtons } from './use-buttons.ts';
import type { Visiting } from './use-visit.ts';

interface CurrentProps {
  readonly hall: Hall;
  readonly ticket: DeskTicket;
  readonly acts: Acts;
  readonly visiting: Visiting;
}
/** Whoever is at the window: the number, what for, and what can be done next. */
export function Current({ hall, ticket, acts, visiting }: CurrentProps): ReactNode {
  const [asking, setAsking] = useState<Asking>();
  const [typed, setTyped] = useState('');
  const ask = (what: Asking) => {
    setTyped('');
    visiting.clear();
    setAsking(what);
  };
  const buttons = useButtons({ hall, ticket, acts, known: visiting.visit !== undefined }, ask);
  const close = () => ask(undefined);
  useKeys(
    asking === undefined
      ? Object.fromEntries(
          buttons.map(({ hot, disabled, onPress }) => [hot, once(() => disabled || onPress())]),
        )
      : { Escape: close },
  );
  return (
    <div className="counter-current">
      <Facts ticket={ticket} />
      {(asking === 'matter' || asking === 'target') && (
        <Pick what={asking} hall={hall} ticket={ticket} acts={acts} onClose={close} />
      )}
      {asking === 'papers' && (
        <Papers
          typed={typed}
          pending={visiting.pending}
          refusal={visiting.refusal}
          onShown={async (document, number) => {
            if (await visiting.byPapers(document, number)) close();
          }}
          onClose={close}
        />
      )}
      {asking === undefined && <Buttons buttons={buttons} />}
      {asking === undefined && (
        <Recognise
          known={visiting.visit !== undefined}
          pending={visiting.pending}
          refusal={visiting.refusal}
          onCode={async (code) => void (await visiting.byCode(code))}
          onNumber={(number) => {
            ask('papers');
            setTyped(number);
          }}
        />
      )}
    </div>
  );
}

function Buttons({ buttons }: { readonly buttons: readonly ActButtonProps[] }): ReactNode {
  return (
    <div className="counter-acts">
      {buttons.map((button) => (
        <ActButton key={button.hot} {...button} />
      ))}
    </div>
  );
}

interface PickProps extends Omit<CurrentProps, 'visiting'> {
  readonly what: 'matter' | 'target';
  readonly onClose: () => void;
}
function Pick({ what, hall, ticket, acts, onClose }: PickProps): ReactNode {
  if (what === 'matter')
    return (
      <PickMatter
        hall={hall}
        ticket={ticket}
        onPick={(service) => {
          onClose();
          acts.add(ticket.ticket, service);
        }}
        onClose={onClose}
      />
    );
  return (
    <PickTarget
      hall={hall}
      ticket={ticket}
      onPick={(to) => {
        onClose();
        acts.transfer(ticket.ticket, to);
      }}
      onClose={onClose}
    />
  );
}

function Facts({ ticket }: { readonly ticket: DeskTicket }): ReactNode {
  const t = useT();
  const name = useServiceName();
  const { number, matters, priority } = ticket;
  return (
    <div className="counter-facts">
      <strong>{number}</strong>
      <div>
        <ul>
          {matters.map((matter) => (
            <li key={matter.service}>
              {name(matter)}
              {matter.done && <span className="tag tag-done">{t('counters.done')}</span>}
            </li>
          ))}
        </ul>
        <p>
          {priority !== null && <span className="tag tag-soon">{t(`priority.${priority}`)}</span>}
          {standingWords(t, ticket)}
        </p>
      </div>
    </div>
  );
}
