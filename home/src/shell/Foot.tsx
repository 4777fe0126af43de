// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { committeeOf, type Who } from '../session/me.ts';
import { useT } from '../words/use.ts';
import { useCall } from './Call.tsx';
import { Link } from './nav.tsx';

/** Closes every page: whom to call, what this is, where to complain about it. */
export function Foot({ who }: { who: Who }): ReactNode {
  const t = useT();
  const call = useCall(committeeOf(who));
  return (
    <footer className="foot">
      {call !== undefined && (
        <a className="foot-call" href={`tel:${call.phone}`}>
          {t(call.name === undefined ? 'foot.hotline' : 'foot.call', {
            name: call.name ?? '',
            phone: call.phone,
          })}
        </a>
      )}
      <nav aria-label={t('foot.label')}>
        <Link to="/about">{t('about.title')}</Link>
        <Link to="/feedback">{t('feedback.title')}</Link>
      </nav>
    </footer>
  );
}
