// SPDX-License-Identifier: Apache-2.0
import { Mark } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { SignOutButton } from './SignOut.tsx';

/** A resident who came to the wrong door is shown the right one. */
export function NotStaff(): ReactNode {
  const t = useT();
  return (
    <main className="door" id="main">
      <div className="door-card">
        <Mark size={56} />
        <h1>{t('not-staff.title')}</h1>
        <p className="door-lead">{t('not-staff.lead')}</p>
        <p>
          <a className="big-link" href="/">
            {t('not-staff.home')}
          </a>
        </p>
        <p className="door-foot">
          <SignOutButton />
        </p>
      </div>
    </main>
  );
}
