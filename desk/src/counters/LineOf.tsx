// SPDX-License-Identifier: Apache-2.0
import type { DeskTicket } from '@lilong/contracts/counters';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { type Hall, minutesSince, openMatters, useServiceName } from './said.ts';

interface LineOfProps {
  readonly hall: Hall;
  /** What my window does: the others are paler. */
  readonly services: readonly string[];
}

/** All who wait, forty in one view, in the order in which they are called. */
export function LineOf({ hall, services }: LineOfProps): ReactNode {
  const t = useT();
  return (
    <aside className="counter-line">
      <h2>{t('counters.line', { count: hall.line.length })}</h2>
      {hall.line.length === 0 && <p>{t('counters.line-none')}</p>}
      <ol className="chips">
        {hall.line.map((ticket) => (
          <Chip key={ticket.ticket} ticket={ticket} services={services} now={hall.now} />
        ))}
      </ol>
    </aside>
  );
}

interface ChipProps {
  readonly ticket: DeskTicket;
  readonly services: readonly string[];
  readonly now: string;
}
function Chip({ ticket, services, now }: ChipProps): ReactNode {
  const t = useT();
  const name = useServiceName();
  const matters = openMatters(ticket);
  const mine = matters.some(({ service }) => services.includes(service));
  return (
    <li
      className={mine ? 'chip' : 'chip chip-other'}
      title={matters.map(name).join(t('list.join'))}
    >
      <b>{ticket.number}</b>
      {ticket.priority !== null && <i>{t('counters.first')}</i>}
      {ticket.forWindow !== null && <i>{t('counters.for-window', { window: ticket.forWindow })}</i>}
      <small>{t('counters.minutes', { minutes: minutesSince(ticket.takenAt, now) })}</small>
    </li>
  );
}
