// SPDX-License-Identifier: Apache-2.0
import type { DeskTicket } from '@lilong/contracts/counters';
import { type ReactNode, useState } from 'react';
import { useKeys } from '../parts/useKeys.ts';
import { useT } from '../words.ts';
import { ActButton, type ActButtonProps } from './ActButton.tsx';
import { once } from './NextOne.tsx';
import { PickMatter, PickTarget } from './Picks.tsx';
import { type Hall, timeOf, useServiceName } from './said.ts';
import type { Acts } from './use-acts.ts';

interface CurrentProps {
  readonly hall: Hall;
  readonly ticket: DeskTicket;
  readonly acts: Acts;
}
type Asking = 'matter' | 'target' | undefined;

/** Whoever is at the window: the number, what for, and what can be done next. */
export function Current({ hall, ticket, acts }: CurrentProps): ReactNode {
  const [asking, setAsking] = useState<Asking>();
  const buttons = useButtons({ hall, ticket, acts }, setAsking);
  const close = () => setAsking(undefined);
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
      {asking === 'matter' && (
        <PickMatter
          hall={hall}
          ticket={ticket}
          onPick={(service) => {
            close();
            acts.add(ticket.ticket, service);
          }}
          onClose={close}
        />
      )}
      {asking === 'target' && (
        <PickTarget
          hall={hall}
          ticket={ticket}
          onPick={(to) => {
            close();
            acts.transfer(ticket.ticket, to);
          }}
          onClose={close}
        />
      )}
      {asking === undefined && (
        <div className="counter-acts">
          {buttons.map((button) => (
            <ActButton key={button.hot} {...button} />
          ))}
        </div>
      )}
    </div>
  );
}

function useButtons(
  { hall, ticket, acts }: CurrentProps,
  ask: (asking: Asking) => void,
): ActButtonProps[] {
  const t = useT();
  const { pending: disabled } = acts;
  const no = ticket.ticket;
  const park: ActButtonProps = {
    ...{ hot: 'p', label: t('counters.park'), disabled, onPress: () => acts.park(no) },
    note: t('counters.park-what', { minutes: hall.parkMinutes }),
  };
  const transfer: ActButtonProps = {
    ...{ hot: 't', label: t('counters.transfer'), disabled, onPress: () => ask('target') },
  };
  if (ticket.state === 'serving')
    return [
      {
        hot: 'Enter',
        label: t('counters.done-next'),
        main: true,
        disabled,
        onPress: () => acts.next(true),
      },
      { hot: 'd', label: t('counters.done'), disabled, onPress: () => acts.move(no, 'done') },
      { hot: 'm', label: t('counters.add'), disabled, onPress: () => ask('matter') },
      transfer,
      park,
    ];
  const left = hall.callsToNoShow - ticket.calls;
  return [
    {
      hot: 'Enter',
      label: t('counters.serve'),
      main: true,
      disabled,
      onPress: () => acts.move(no, 'serve'),
    },
    {
      hot: 'r',
      label: t('counters.call-again'),
      disabled,
      onPress: () => acts.move(no, 'call_again'),
    },
    {
      ...{ hot: 'x', disabled: disabled || left > 0, onPress: () => acts.move(no, 'no_show') },
      label: left > 0 ? t('counters.no-show-later', { times: left }) : t('counters.no-show'),
    },
    park,
    transfer,
    { hot: 'q', label: t('counters.cancel'), disabled, onPress: () => acts.move(no, 'cancel') },
  ];
}

function Facts({ ticket }: { readonly ticket: DeskTicket }): ReactNode {
  const t = useT();
  const name = useServiceName();
  const { number, matters, priority, state, calls, calledAt, servingAt } = ticket;
  const serving = state === 'serving' && servingAt !== null;
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
          {serving && t('counters.serving', { at: timeOf(servingAt) })}
          {!serving &&
            calledAt !== null &&
            t('counters.called', { times: calls, at: timeOf(calledAt) })}
        </p>
      </div>
    </div>
  );
}
