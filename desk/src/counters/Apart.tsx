// SPDX-License-Identifier: Apache-2.0
import type { DeskTicket } from '@lilong/contracts/counters';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { type Hall, timeOf } from './said.ts';
import type { Acts } from './use-acts.ts';

interface OutOfLineProps {
  readonly hall: Hall;
  readonly acts: Acts;
}

/** Who is not in line: put aside for a while, or missed; one press brings them back. */
export function OutOfLine({ hall, acts }: OutOfLineProps): ReactNode {
  const t = useT();
  return (
    <>
      <Apart
        title={t('counters.aside', { count: hall.aside.length })}
        tickets={hall.aside}
        act={t('counters.back')}
        pending={acts.pending}
        onAct={(ticket) => acts.move(ticket, 'back')}
      />
      <Apart
        title={t('counters.missed', { count: hall.missed.length })}
        tickets={hall.missed}
        act={t('counters.bring-back')}
        pending={acts.pending}
        onAct={(ticket) => acts.move(ticket, 'bring_back')}
      />
    </>
  );
}

interface ApartProps {
  readonly title: string;
  readonly tickets: readonly DeskTicket[];
  readonly act: string;
  readonly pending: boolean;
  readonly onAct: (ticket: string) => void;
}
function Apart({ title, tickets, act, pending, onAct }: ApartProps): ReactNode {
  const t = useT();
  if (tickets.length === 0) return null;
  return (
    <section className="counter-apart">
      <h2>{title}</h2>
      <ul>
        {tickets.map(({ ticket, number, backAt }) => (
          <li key={ticket}>
            <b>{number}</b>
            {backAt !== null && <small>{t('counters.back-at', { at: timeOf(backAt) })}</small>}
            <Button
              size="small"
              disabled={pending}
              aria-label={`${act} ${number}`}
              onClick={() => onAct(ticket)}
            >
              {act}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
