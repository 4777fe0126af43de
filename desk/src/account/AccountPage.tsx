// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { SignOutButton } from '../shell/SignOut.tsx';
import { useT } from '../words.ts';
import { LendPost } from './LendPost.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { StandAside } from './StandAside.tsx';

/** My password, my post while I am away, who I am among the residents, and the way out of everywhere. */
export function AccountPage(): ReactNode {
  const t = useT();
  return (
    <div className="page page-narrow">
      <header>
        <h1>{t('account.title')}</h1>
      </header>
      <LendPost />
      <StandAside />
      <section className="sheet-card" aria-labelledby="password">
        <h2 id="password">{t('password.title')}</h2>
        <PasswordForm />
      </section>
      <section className="sheet-card" aria-labelledby="everywhere">
        <h2 id="everywhere">{t('account.sign-out-everywhere')}</h2>
        <p>{t('account.everywhere-how')}</p>
        <p>
          <SignOutButton scope="everywhere" />
        </p>
      </section>
    </div>
  );
}
