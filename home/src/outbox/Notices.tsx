// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import { Link } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { wantsPlace } from './store.ts';
import { useDelivery, useOnline, useWaiting } from './use-outbox.ts';

interface NoticesProps {
  readonly account: number;
  /** The server has said who is signed in, so writes will be taken. */
  readonly ready: boolean;
}

/** Runs the outbox on every page: says when a report that waited has gone, and when one still needs its writer. */
export function Notices({ account, ready }: NoticesProps): ReactNode {
  const t = useT();
  const gone = useDelivery(account, ready);
  const online = useOnline();
  const asks = useWaiting(account).some(wantsPlace) && online;
  return (
    <div role="status" className="notices">
      {asks && (
        <p className="notice ask">
          <Icon name="pin" />
          <span>{t('outbox.asks-place')}</span>
          <Link to="/my">{t('outbox.asks-go')}</Link>
        </p>
      )}
      {gone.map(({ ref }) => (
        <p key={ref} className="notice done">
          <Icon name="check" />
          <span>{t('outbox.gone')}</span>
          <Link to={`/my/${ref}`}>{ref}</Link>
        </p>
      ))}
    </div>
  );
}
