// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { cancelTicket, followTicket } from '@lilong/contracts/counters';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useEffect } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { RateHeld } from '../ratings/RateCard.tsx';
import { useT } from '../words/use.ts';
import { keepTicket } from './kept.ts';
import { TicketCard } from './TicketCard.tsx';

interface FollowedTicketProps {
  readonly token: string;
  readonly onForget: () => void;
}

/** A number that this phone holds the token of. */
export function FollowedTicket({ token, onForget }: FollowedTicketProps): ReactNode {
  const t = useT();
  const { data, error, dataUpdatedAt } = useRead(
    followTicket,
    { token },
    { refetchInterval: 30_000, refetchIntervalInBackground: true },
  );
  const cancel = useWrite(cancelTicket, { refreshes: ['counters', 'my'] });
  const ticket = data?.ticket;
  useEffect(() => {
    if (ticket !== undefined) keepTicket(token, ticket);
  }, [token, ticket]);
  if (data === undefined && error === null) return <div className="card bone" />;
  if (data === undefined) return <NotTold problem={error?.problem} onForget={onForget} />;
  return (
    <TicketCard
      ticket={data}
      staleSince={error === null ? undefined : dataUpdatedAt}
      cancelling={{ ...cancel, send: () => cancel.send({ token }) }}
      onForget={onForget}
      rating={<RateHeld token={token} />}
      note={t('ticket.kept')}
    />
  );
}

interface NotToldProps {
  readonly problem: Problem | undefined;
  readonly onForget: () => void;
}
function NotTold({ problem, onForget }: NotToldProps): ReactNode {
  const t = useT();
  return (
    <section className="card">
      <Refused refusal={problem} />
      {problem?.status === 404 && (
        <button type="button" className="button" onClick={onForget}>
          {t('ticket.forget')}
        </button>
      )}
    </section>
  );
}
