// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { type Line, minutesSince, openMatters, useServiceName } from './said.ts';

interface LineTicksProps {
  readonly tickets: readonly Line[];
  readonly now: string;
  readonly ticked: readonly string[];
  readonly onTick: (tickets: readonly string[]) => void;
}

/** Those in line in their order, to be ticked one by one or all at once. */
export function LineTicks({ tickets, now, ticked, onTick }: LineTicksProps): ReactNode {
  const t = useT();
  const name = useServiceName();
  const all = tickets.map(({ ticket }) => ticket);
  const whole = all.every((one) => ticked.includes(one));
  const turn = (ticket: string, on: boolean) =>
    onTick(on ? [...ticked, ticket] : ticked.filter((one) => one !== ticket));
  return (
    <fieldset className="move-line">
      <legend className="unseen">{t('shift.who')}</legend>
      <label className="move-all">
        <input
          type="checkbox"
          checked={whole && all.length > 0}
          onChange={({ target }) => onTick(target.checked ? all : [])}
        />
        {t('shift.all', { count: all.length })}
      </label>
      <ul>
        {tickets.map((ticket) => (
          <li key={ticket.ticket}>
            <label>
              <input
                type="checkbox"
                checked={ticked.includes(ticket.ticket)}
                onChange={({ target }) => turn(ticket.ticket, target.checked)}
              />
              <b>{ticket.number}</b>
              <span>{openMatters(ticket).map(name).join(t('list.join'))}</span>
              {ticket.priority !== null && <span className="tag">{t('counters.first')}</span>}
              {ticket.forWindow !== null && (
                <span className="tag">
                  {t('counters.for-window', { window: ticket.forWindow })}
                </span>
              )}
              <small>{t('counters.minutes', { minutes: minutesSince(ticket.takenAt, now) })}</small>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
