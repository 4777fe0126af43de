// SPDX-License-Identifier: Apache-2.0
import type { HeldTicket } from '@lilong/contracts/counters';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { Link } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { type Cancelling, GiveUp } from './GiveUp.tsx';
import { Early } from './Hours.tsx';
import { useHall } from './hall.ts';
import { notice } from './notify.ts';
import { Reminder } from './Reminder.tsx';
import { Standing } from './Standing.tsx';
import { useServiceName, windowWords } from './said.ts';
import '../cases/my.css';

interface TicketCardProps {
  readonly ticket: HeldTicket;
  /** What is shown was so at that moment, and the network is gone. */
  readonly staleSince: number | undefined;
  readonly cancelling: Cancelling;
  /** Puts one away that is over. */
  readonly onForget?: () => void;
  /** Once it is done with. */
  readonly rating: ReactNode;
  /** Where the number is kept. */
  readonly note: string;
}

/** One number, kept up to date by the news of its hall. */
export function TicketCard(props: TicketCardProps): ReactNode {
  const { ticket, staleSince, cancelling, onForget, rating, note } = props;
  const over = ticket.endedAt !== null;
  useHall(over ? undefined : ticket.centre);
  useCalledHere(ticket);
  const card = (
    <article className="card ticket" data-state={ticket.state}>
      <Standing ticket={ticket} />
      {ticket.closing !== null && <Early closing={ticket.closing} />}
      {staleSince !== undefined && <Stale since={staleSince} />}
      {ticket.ahead !== null && staleSince === undefined && <Reminder ticket={ticket} />}
      <Facts ticket={ticket} />
      {ticket.can.cancel && <GiveUp number={ticket.number} cancelling={cancelling} />}
      {over ? <Over centre={ticket.centre} onForget={onForget} /> : <p className="hint">{note}</p>}
    </article>
  );
  return ticket.state === 'done' ? (
    <>
      {card}
      {rating}
    </>
  ) : (
    card
  );
}

interface OverProps {
  readonly centre: number;
  readonly onForget: (() => void) | undefined;
}
function Over({ centre, onForget }: OverProps): ReactNode {
  const t = useT();
  return (
    <p className="ticket-over">
      <Link className="button main" to={`/hall/${centre}`}>
        {t('ticket.again')}
      </Link>
      {onForget !== undefined && (
        <button type="button" className="button" onClick={onForget}>
          {t('ticket.forget')}
        </button>
      )}
    </p>
  );
}

/** The phone says when its number is called, and the tab does: it lies in a pocket or behind another page. */
function useCalledHere(ticket: HeldTicket): void {
  const t = useT();
  const called = ticket.state === 'called' ? ticket.calls : 0;
  const title = called > 0 ? `${ticket.number} ${t('ticket.called')}` : undefined;
  const tell = useEffectEvent(() => {
    const where = ticket.window === null ? '' : windowWords(t, ticket.window, 'to');
    void notice(ticket.ticket, title ?? ticket.number, where);
  });
  useEffect(() => {
    if (called > 0) tell();
  }, [called]);
  useEffect(() => {
    if (title === undefined) return;
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}

function Stale({ since }: { since: number }): ReactNode {
  const t = useT();
  const say = useMoment();
  return (
    <p className="notice" role="status">
      {t('ticket.stale', { when: say(new Date(since).toISOString()) })}
    </p>
  );
}

function Facts({ ticket }: { ticket: HeldTicket }): ReactNode {
  const t = useT();
  const say = useMoment();
  const name = useServiceName();
  return (
    <div className="ticket-facts">
      <p className="where">
        <Icon name="pin" size="1.2em" />
        <span lang="zh-CN">
          {ticket.centreName} · {ticket.address}
        </span>
      </p>
      <ul>
        {ticket.matters.map((matter) => (
          <li key={matter.service}>
            {name(matter)}
            {matter.done && <span className="tag done">{t('ticket.matter-done')}</span>}
          </li>
        ))}
      </ul>
      <p className="hint">
        {t('ticket.at', { when: say(ticket.takenAt) })}
        {ticket.priority !== null && ` · ${t(`priority.${ticket.priority}`)}`}
      </p>
    </div>
  );
}
