// SPDX-License-Identifier: Apache-2.0
import { lazy, type ReactNode, Suspense } from 'react';
import { RetryLater } from '../parts/Refused.tsx';
import { Opening } from '../shell/Fallbacks.tsx';
import { useT } from '../words/use.ts';
import { type Known, useWho } from './me.ts';

const SignInForm = lazy(() =>
  import('./SignInForm.tsx').then(({ SignInForm }) => ({ default: SignInForm })),
);

/** A page that needs to know whose it is. Signing in happens on the page, which then goes on. */
export function ResidentOnly({ children }: { children: (known: Known) => ReactNode }): ReactNode {
  const t = useT();
  const who = useWho();
  if (who.state === 'resident') return children(who.known);
  if (who.state === 'asking') return <Opening />;
  if (who.state === 'unknown') return <RetryLater again={who.retry} />;
  if (who.state === 'staff')
    return (
      <section className="page narrow">
        <h1>{t('staff.not-here')}</h1>
        <p>{t('staff.not-here-why')}</p>
        <a className="button main" href="/desk/">
          {t('staff.to-desk')}
        </a>
      </section>
    );
  return (
    <section className="page narrow">
      <h1>{t('sign-in.first')}</h1>
      <p>{t('sign-in.why')}</p>
      <Suspense fallback={<Opening />}>
        <SignInForm />
      </Suspense>
    </section>
  );
}
