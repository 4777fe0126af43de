// SPDX-License-Identifier: Apache-2.0
import { cancelMyTicket, type HeldTicket, myTickets } from '@lilong/contracts/counters';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { useLive } from '@lilong/ui/live.ts';
import type { ReactNode } from 'react';
import { RateMine } from '../ratings/RateCard.tsx';
import { useT } from '../words/use.ts';
import { keptRefs } from './kept.ts';
import { TicketCard } from './TicketCard.tsx';

/** After so long what is done with stands in a line below, and among what one has applied for. */
const toRateMs = 24 * 3_600_000;
const isFresh = ({ state, endedAt }: HeldTicket, now: number): boolean =>
  endedAt === null || (state === 'done' && now - Date.parse(endedAt) < toRateMs);

/** Numbers in use, and those just done with, that were taken with this account on another phone; `none` where there are none. */
export function OnAccount({ none }: { none: ReactNode }): ReactNode {
  useLive('my');
  const { data, dataUpdatedAt } = useRead(
    myTickets,
    {},
    {
      ...{ refetchInterval: 30_000, refetchIntervalInBackground: true },
    },
  );
  const here = keptRefs();
  const others = data?.tickets.filter(
    (one) => isFresh(one, dataUpdatedAt) && !here.includes(one.ticket),
  );
  if (others === undefined || others.length === 0) return none;
  return others.map((ticket) => <Mine key={ticket.ticket} ticket={ticket} />);
}

function Mine({ ticket }: { ticket: HeldTicket }): ReactNode {
  const t = useT();
  const cancel = useWrite(cancelMyTicket, { refreshes: ['counters', 'my'] });
  return (
    <TicketCard
      ticket={ticket}
      staleSince={undefined}
      cancelling={{ ...cancel, send: () => cancel.send({ ticket: ticket.ticket }) }}
      rating={<RateMine subject={ticket.ticket} />}
      note={t('ticket.on-account')}
    />
  );
}
