// SPDX-License-Identifier: Apache-2.0
import type { HeldTicket } from '@lilong/contracts/counters';
import { shownAt } from '@lilong/ui/moment.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { useT } from '../words/use.ts';
import { windowWords } from './said.ts';

interface StandingProps {
  readonly ticket: HeldTicket;
}

/** The number, and what its holder should do now. */
export function Standing({ ticket }: StandingProps): ReactNode {
  return (
    <div className="ticket-standing" aria-live="polite">
      <strong>{ticket.number}</strong>
      <Now ticket={ticket} />
    </div>
  );
}

function Now({ ticket }: StandingProps): ReactNode {
  const t = useT();
  const { state, window } = ticket;
  if (state === 'called' && window !== null) return <Called ticket={ticket} window={window} />;
  if (state === 'serving' && window !== null)
    return <p className="ticket-now">{windowWords(t, window, 'at')}</p>;
  if (state === 'done') return <p className="ticket-now">{t('ticket.done-what')}</p>;
  if (state === 'no_show') return <p>{t('ticket.no-show-what')}</p>;
  if (state === 'cancelled')
    return <p>{t(isSentHome(ticket) ? 'ticket.sent-home' : 'ticket.cancelled-what')}</p>;
  return <InLine ticket={ticket} />;
}

/** Cancelled after the hall had shut early: most likely not by the holder. */
const isSentHome = ({ closing, endedAt }: HeldTicket): boolean =>
  closing !== null && endedAt !== null && shownAt(new Date(endedAt)).slice(11) >= closing.at;

function Called({ ticket, window }: StandingProps & { readonly window: string }): ReactNode {
  const t = useT();
  const say = useMoment();
  const { calledAt, calls } = ticket;
  return (
    <>
      <p className="ticket-called">{windowWords(t, window, 'to')}</p>
      {calledAt !== null && (
        <p>{t('ticket.called-times', { count: calls, when: say(calledAt) })}</p>
      )}
    </>
  );
}

function InLine({ ticket }: StandingProps): ReactNode {
  const t = useT();
  const say = useMoment();
  const { ahead, wait, backAt, state, matters } = ticket;
  const isBegun = matters.some(({ done }) => done);
  if (backAt !== null) return <p>{t('ticket.aside', { when: say(backAt) })}</p>;
  if (ahead === null) return <p className="ticket-now">{t(`ticket.${state}`)}</p>;
  return (
    <>
      {state === 'transferred' && <p>{t(isBegun ? 'ticket.next-window' : 'ticket.handed-over')}</p>}
      <p className="ticket-now">
        {ahead === 0 ? t('ticket.nobody-ahead') : t('ticket.ahead', { count: ahead })}
      </p>
      {ahead === 0 && <p>{t('ticket.nobody-ahead-what')}</p>}
      {ahead > 0 && wait !== null && <p>{waitLine(t, wait)}</p>}
      <p className="hint">{t('ticket.may-change')}</p>
    </>
  );
}

/** Said as it is known: from today's pace, from what is usual, or not at all. */
export function waitLine(
  t: ReturnType<typeof useT>,
  { minutes, basis }: NonNullable<HeldTicket['wait']>,
): string {
  if (minutes === null || basis === 'none') return t('ticket.wait.none');
  return t(`ticket.wait.${basis}`, { minutes });
}
