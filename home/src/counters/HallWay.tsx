// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import { Link } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import './counters.css';

/** The ways to get something done from a first page: from here, or in a hall. */
export function HallWay(): ReactNode {
  const t = useT();
  return (
    <nav className="hall-way" aria-label={t('nav.affairs')}>
      <Link className="card hall-line" to="/affairs">
        <i className="arch">
          <Icon name="document" />
        </i>
        <span>
          <b>{t('nav.affairs')}</b>
          <small>{t('home.affairs-what')}</small>
        </span>
        <Icon name="next" size="1em" />
      </Link>
      <Link className="card hall-line" to="/hall">
        <i className="arch">
          <Icon name="list" />
        </i>
        <span>
          <b>{t('home.hall')}</b>
          <small>{t('home.hall-what')}</small>
        </span>
        <Icon name="next" size="1em" />
      </Link>
    </nav>
  );
}
