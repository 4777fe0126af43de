// SPDX-License-Identifier: Apache-2.0
import { signOut } from '@lilong/contracts/identity';
import { useWrite } from '@lilong/ui/client.ts';
import type { ReactNode } from 'react';
import type { Who } from '../session/me.ts';
import { useT } from '../words/use.ts';
import { useGo } from './nav.tsx';

/** The demonstration says so on every page. */
export function DemoBar({ who }: { who: Who }): ReactNode {
  const t = useT();
  const leave = useWrite(signOut, { refreshes: ['me'] });
  const go = useGo();
  async function change(): Promise<void> {
    await leave.send({ everywhere: false });
    await go('/');
  }
  return (
    <aside className="demo-bar" aria-label={t('demo.tag')}>
      <b>{t('demo.tag')}</b>
      <span>{t('demo.text')}</span>
      {who.state !== 'nobody' && (
        <button type="button" disabled={leave.pending} onClick={() => void change()}>
          {t('demo.change')}
        </button>
      )}
    </aside>
  );
}
