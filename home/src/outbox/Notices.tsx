// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import { Link } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { useDelivery } from './use-outbox.ts';

interface NoticesProps {
  readonly account: number;
  /** The server has said who is signed in, so writes will be taken. */
  readonly ready: boolean;
}

/** Runs the outbox on every page and says when a report that waited has gone. */
export function Notices({ account, ready }: NoticesProps): ReactNode {
  const t = useT();
  const gone = useDelivery(account, ready);
  return (
    <div role="status" className="notices">
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
