// SPDX-License-Identifier: Apache-2.0
import type { Me } from '@lilong/contracts/identity';
import { Icon } from '@lilong/ui/Icons.tsx';
import { lazy, type ReactNode, Suspense } from 'react';
import { RetryLater } from '../parts/Refused.tsx';
import type { Who } from '../session/me.ts';
import { useT } from '../words/use.ts';

const SignInForm = lazy(() =>
  import('../session/SignInForm.tsx').then(({ SignInForm }) => ({ default: SignInForm })),
);

/** The ways in of a real town: residents by phone, staff at the desk. */
export function Entrances({ who }: { who: Who }): ReactNode {
  const t = useT();
  if (who.state === 'unknown') return <RetryLater again={who.retry} />;
  return (
    <section className="entrances">
      {who.state === 'staff' && <StaffNote me={who.me} />}
      <div className="card entrance">
        <h2>{t('sign-in.residents')}</h2>
        <p>{t('sign-in.why')}</p>
        <Suspense fallback={<div className="bone" />}>
          <SignInForm />
        </Suspense>
      </div>
      <div className="card entrance">
        <h2>{t('sign-in.staff')}</h2>
        <p>{t('sign-in.staff-why')}</p>
        <a className="button" href="/desk/">
          {t('sign-in.to-desk')}
        </a>
      </div>
    </section>
  );
}

export function StaffNote({ me }: { me: Me }): ReactNode {
  const t = useT();
  return (
    <p className="staff-note">
      <Icon name="person" />
      <span>{t('staff.now', { name: me.name })}</span>
      <a className="button main" href="/desk/">
        {t('staff.to-desk')}
      </a>
    </p>
  );
}
