// SPDX-License-Identifier: Apache-2.0
import { listMine } from '@lilong/contracts/affairs';
import { useRead } from '@lilong/ui/client.ts';
import { useLive } from '@lilong/ui/live.ts';
import type { ReactNode } from 'react';
import { Link } from '../shell/nav.tsx';
import { useAffairT } from '../words/affairs.tsx';
import { AffairCard } from './AffairCard.tsx';
import { isOver, mostUrgent } from './standing.ts';

/** What I have begun and what runs, before I look for anything else. */
export function MyLatest(): ReactNode {
  const t = useAffairT();
  useLive('my');
  const affairs = useRead(listMine, {}).data?.affairs ?? [];
  if (affairs.length === 0) return null;
  const shown = mostUrgent(affairs.filter(({ state }) => !isOver(state))).slice(0, 3);
  return (
    <section>
      <h2>
        {t('nav.my-affairs')}
        <Link to="/affairs/mine">{t('find.all')}</Link>
      </h2>
      {shown.map((affair) => (
        <AffairCard key={affair.ref} affair={affair} />
      ))}
    </section>
  );
}
