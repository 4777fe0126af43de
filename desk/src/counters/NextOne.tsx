// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useKeys } from '../parts/useKeys.ts';
import { useT } from '../words.ts';
import { ActButton } from './ActButton.tsx';
import type { MyWindow } from './AtWindow.tsx';
import { type Hall, type Line, openMatters, useServiceName } from './said.ts';
import type { Acts } from './use-acts.ts';

interface NextOneProps {
  readonly hall: Hall;
  readonly window: MyWindow;
  readonly acts: Acts;
}

/** Nobody is here: one large button, and who will come by it. */
export function NextOne({ hall, window, acts }: NextOneProps): ReactNode {
  const t = useT();
  const name = useServiceName();
  const first = hall.line.find((ticket) => isFor(window, ticket));
  const call = () => acts.next(false);
  useKeys({ Enter: once(call), n: once(call) });
  return (
    <div className="counter-next">
      <p className="counter-who">
        {first === undefined
          ? t('counters.next-none')
          : t('counters.next-who', {
              number: first.number,
              matters: openMatters(first).map(name).join(t('list.join')),
            })}
        {first?.priority != null && (
          <span className="tag tag-soon">{t(`priority.${first.priority}`)}</span>
        )}
      </p>
      <ActButton
        main
        hot="Enter"
        label={t('counters.next')}
        disabled={acts.pending}
        onPress={call}
      />
    </div>
  );
}

/** Whether this window gets them: they were handed over to it, or to none and it does what is open. As `canServe` of the server. */
export function isFor({ name, services }: MyWindow, ticket: Line): boolean {
  if (ticket.forWindow !== null) return ticket.forWindow === name;
  return openMatters(ticket).some(({ service }) => services.includes(service));
}

/** A key that is held down acts once. */
export const once = (act: () => void) => (event: KeyboardEvent) => {
  if (!event.repeat) act();
};
