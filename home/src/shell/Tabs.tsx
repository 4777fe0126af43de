// SPDX-License-Identifier: Apache-2.0
import { Icon, type IconName } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import type { Who } from '../session/me.ts';
import { type HomeKey, useT } from '../words/use.ts';
import { type HomePath, Link } from './nav.tsx';

const tabs = [
  { to: '/', icon: 'home', word: 'nav.home' },
  { to: '/my', icon: 'document', word: 'nav.my' },
  { to: '/nearby', icon: 'pin', word: 'nav.nearby' },
  { to: '/me', icon: 'person', word: 'nav.me' },
] as const satisfies readonly { to: HomePath; icon: IconName; word: HomeKey }[];

interface TabsProps {
  readonly who: Who;
  /** Phones have them under the thumb, wide screens in the head; the style sheet shows one of the two. */
  readonly place: 'top' | 'bottom';
}

export function Tabs({ who, place }: TabsProps): ReactNode {
  const t = useT();
  if (who.state !== 'resident') return null;
  return (
    <nav className={`tabs ${place}`} aria-label={t('nav.label')}>
      {tabs.map(({ to, icon, word }) => (
        <Link key={to} to={to} here="on">
          <Icon name={icon} />
          {t(word)}
        </Link>
      ))}
    </nav>
  );
}
