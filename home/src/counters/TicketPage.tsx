// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import { type ReactNode, useState } from 'react';
import { MyVisits } from '../ratings/MyVisits.tsx';
import { useWho } from '../session/me.ts';
import { Link } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { FollowedTicket } from './FollowedTicket.tsx';
import { forgetTicket, keepTicket, keptTickets } from './kept.ts';
import { OnAccount } from './OnAccount.tsx';
import './counters.css';

/** The numbers of this phone, followed until they are done with. A slip's code brings its own, after the `#`. */
export function TicketPage(): ReactNode {
  const t = useT();
  const who = useWho();
  const [tokens, setTokens] = useState(tokensHere);
  function forget(token: string): void {
    forgetTicket(token);
    setTokens(keptTickets());
  }
  const none = tokens.length === 0 ? <None /> : null;
  return (
    <div className="page narrow">
      <h1>{t('ticket.title')}</h1>
      {tokens.map((token) => (
        <FollowedTicket key={token} token={token} onForget={() => forget(token)} />
      ))}
      {who.state === 'resident' ? <OnAccount none={none} /> : none}
      {who.state === 'resident' && <MyVisits earlier />}
      {who.state === 'resident' && <ToShow />}
    </div>
  );
}

function ToShow(): ReactNode {
  const t = useT();
  return (
    <nav className="rows" aria-label={t('show.title')}>
      <Link to="/show">
        <Icon name="key" />
        {t('ticket.show')}
        <Icon name="next" size="1em" />
      </Link>
    </nav>
  );
}

function None(): ReactNode {
  const t = useT();
  return (
    <section className="empty">
      <p>{t('ticket.none')}</p>
      <Link className="button main" to="/hall">
        {t('hall.take')}
      </Link>
    </section>
  );
}

function tokensHere(): readonly string[] {
  const brought = location.hash.slice(1);
  if (/^[\w-]{20,40}$/.test(brought)) keepTicket(brought);
  return keptTickets();
}
