// SPDX-License-Identifier: Apache-2.0
import { type AffairForm, type AffairPage, myForm } from '@lilong/contracts/affairs';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { Navigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { RetryLater } from '../parts/Refused.tsx';
import type { Known } from '../session/me.ts';
import { ResidentOnly } from '../session/ResidentOnly.tsx';
import { Opening } from '../shell/Fallbacks.tsx';
import { Link, useInAddress } from '../shell/nav.tsx';
import { useAffairT, WithAffairWords } from '../words/affairs.tsx';
import { ApplyForm } from './ApplyForm.tsx';
import './affairs.css';
import '../cases/report.css';

/** Read when it is handed in. */
const Handed = lazy(() => import('./Handed.tsx').then(({ Handed }) => ({ default: Handed })));

/** One matter applied for: what the city knows stands there, what is left is asked. */
export function ApplyPage(): ReactNode {
  const item = useInAddress('item');
  return (
    <ResidentOnly>
      {(known) => (
        <WithAffairWords>
          <Apply key={item} item={item} known={known} />
        </WithAffairWords>
      )}
    </ResidentOnly>
  );
}

/** Each filling is written down for the person to see: once when it is opened, not at each glance at the window. */
const onceOpened = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const;

interface ApplyProps {
  readonly item: string;
  readonly known: Known;
}
function Apply({ item, known }: ApplyProps): ReactNode {
  const { data, error, refetch } = useRead(myForm, { item }, onceOpened);
  const [handed, setHanded] = useState<AffairPage>();
  if (handed !== undefined)
    return (
      <Suspense fallback={<Opening />}>
        <Handed page={handed} />
      </Suspense>
    );
  if (error?.problem.code === 'registry.not-bound') return <Unbound />;
  if (data === undefined && error !== null)
    return <RetryLater refusal={error.problem} again={() => void refetch()} />;
  if (data === undefined) return <Opening />;
  if (data.running !== null)
    return <Navigate to={`/affairs/mine/${data.running}` as '/'} replace />;
  if (data.acceptName === null || !data.item.fromHome) return <NotHere form={data} />;
  return <ApplyForm account={known.account} form={data} onHanded={setHanded} />;
}

/** What the city holds of somebody is shown to that person alone. */
function Unbound(): ReactNode {
  const t = useAffairT();
  return (
    <section className="page narrow empty">
      <i className="arch">
        <Icon name="person" size={30} />
      </i>
      <h1>{t('apply.unbound')}</h1>
      <p>{t('apply.unbound-why')}</p>
      <Link className="button main" to="/me/data">
        {t('apply.my-data')}
      </Link>
    </section>
  );
}

function NotHere({ form }: { readonly form: AffairForm }): ReactNode {
  const t = useAffairT();
  const inPerson = !form.item.fromHome;
  return (
    <section className="page narrow empty">
      <i className="arch">
        <Icon name="street" size={30} />
      </i>
      <h1>{t(inPerson ? 'item.in-person' : 'apply.no-centre')}</h1>
      <p>{t(inPerson ? 'apply.in-person' : 'apply.no-centre-why')}</p>
      <Link className="button main" to="/hall">
        {t('item.hall')}
      </Link>
    </section>
  );
}
