// SPDX-License-Identifier: Apache-2.0
import { Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useT } from '../words/use.ts';
import { useWho } from './me.ts';
import { SignInForm } from './SignInForm.tsx';

/** Once signed in, the page has done its work and leads home. */
export function SignInPage(): ReactNode {
  const t = useT();
  const who = useWho();
  if (who.state === 'resident' && who.me !== undefined) return <Navigate to="/" />;
  return (
    <section className="page narrow">
      <h1>{t('sign-in.title')}</h1>
      <p>{t('sign-in.why')}</p>
      <SignInForm />
      <p className="aside">
        <a href="/desk/">{t('sign-in.to-desk')}</a>
      </p>
    </section>
  );
}
