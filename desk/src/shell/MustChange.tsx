// SPDX-License-Identifier: Apache-2.0
import { Mark } from '@lilong/ui/Icons.tsx';
import type { ReactNode } from 'react';
import { PasswordForm } from '../account/PasswordForm.tsx';
import { useT } from '../words.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { SignOutButton } from './SignOut.tsx';

/** A password that somebody else gave is changed before anything is done with it. */
export function MustChange({ name }: { readonly name: string }): ReactNode {
  const t = useT();
  return (
    <main className="door" id="main">
      <div className="door-card">
        <Mark size={56} />
        <h1>{t('posts.greeting', { name })}</h1>
        <p className="door-lead">{t('password.must')}</p>
        <PasswordForm />
        <p className="door-foot">
          <SignOutButton /> <LanguageSwitch />
        </p>
      </div>
    </main>
  );
}
