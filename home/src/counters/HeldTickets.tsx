// SPDX-License-Identifier: Apache-2.0
import { followTicket, type HeldTicket } from '@lilong/contracts/counters';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import { Link } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { keptTickets } from './kept.ts';
import { windowWords } from './said.ts';
import './counters.css';

/** Numbers in use on this phone, wherever one looks: each leads to its page. */
export function HeldTickets(): ReactNode {
  const t = useT();
  const tokens = keptTickets();
  if (tokens.length === 0) return null;
  return (
    <section aria-label={t('hall.mine')}>
      {tokens.map((token) => (
        <Held key={token} token={token} />
      ))}
    </section>
  );
}

function Held({ token }: { token: string }): ReactNode {
  const { data } = useRead(followTicket, { token }, { refetchInterval: 30_000 });
  if (data === undefined || data.endedAt !== null) return null;
  return (
    <Link className="card held" to="/ticket">
      <strong>{data.number}</strong>
      <span>
        <b>
          <InShort ticket={data} />
        </b>
        <small lang="zh-CN">{data.centreName}</small>
      </span>
      <Icon name="next" size="1em" />
    </Link>
  );
}

function InShort({ ticket }: { ticket: HeldTicket }): ReactNode {
  const t = useT();
  const { state, window, ahead } = ticket;
  if (state === 'called' && window !== null) return windowWords(t, window, 'to');
  if (ahead === null) return t(`ticket.${state}`);
  return ahead === 0 ? t('ticket.nobody-ahead') : t('ticket.ahead', { count: ahead });
}
