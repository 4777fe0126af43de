// SPDX-License-Identifier: Apache-2.0
import type { DeskTicket } from '@lilong/contracts/counters';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import type { MyWindow } from './AtWindow.tsx';
import { isFor } from './NextOne.tsx';
import { type Hall, minutesSince, openMatters, useServiceName } from './said.ts';

interface LineOfProps {
  readonly hall: Hall;
  /** Mine: whom it does not get is paler. */
  readonly window: MyWindow;
}

/** All who wait, forty in one view, in the order in which they are called. */
export function LineOf({ hall, window }: LineOfProps): ReactNode {
  const t = useT();
  return (
    <aside className="counter-line">
      <h2>{t('counters.line', { count: hall.line.length })}</h2>
      {hall.line.length === 0 && <p>{t('counters.line-none')}</p>}
      <ol className="chips">
        {hall.line.map((ticket) => (
          <Chip key={ticket.ticket} ticket={ticket} window={window} now={hall.now} />
        ))}
      </ol>
    </aside>
  );
}

interface ChipProps {
  readonly ticket: DeskTicket;
  readonly window: MyWindow;
  readonly now: string;
}
function Chip({ ticket, window, now }: ChipProps): ReactNode {
  const t = useT();
  const name = useServiceName();
  const matters = openMatters(ticket);
  return (
    <li
      className={isFor(window, ticket) ? 'chip' : 'chip chip-other'}
      title={matters.map(name).join(t('list.join'))}
    >
      <b>{ticket.number}</b>
      {ticket.priority !== null && <i>{t('counters.first')}</i>}
      {ticket.forWindow !== null && <i>{t('counters.for-window', { window: ticket.forWindow })}</i>}
      <small>{t('counters.minutes', { minutes: minutesSince(ticket.takenAt, now) })}</small>
    </li>
  );
}
