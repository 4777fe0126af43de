// SPDX-License-Identifier: Apache-2.0
import { type AffairPage, myForm } from '@lilong/contracts/affairs';
import { useRead } from '@lilong/ui/client.ts';
import { Navigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { RetryLater } from '../parts/Refused.tsx';
import type { Known } from '../session/me.ts';
import { ResidentOnly } from '../session/ResidentOnly.tsx';
import { Opening } from '../shell/Fallbacks.tsx';
import { useInAddress } from '../shell/nav.tsx';
import { WithAffairWords } from '../words/affairs.tsx';
import { useBy, usePathOf } from './acting.ts';
import './affairs.css';
import '../cases/report.css';

/** Comes when it is known that there is something to fill in here. */
const ApplyForm = lazy(() =>
  import('./ApplyForm.tsx').then(({ ApplyForm }) => ({ default: ApplyForm })),
);
/** Read when it is handed in. */
const Handed = lazy(() => import('./Handed.tsx').then(({ Handed }) => ({ default: Handed })));

const Unbound = lazy(() => import('./NotYet.tsx').then(({ Unbound }) => ({ default: Unbound })));
const NotHere = lazy(() => import('./NotYet.tsx').then(({ NotHere }) => ({ default: NotHere })));

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
export function Apply({ item, known }: ApplyProps): ReactNode {
  const by = useBy();
  const pathOf = usePathOf();
  const { data, error, refetch } = useRead(myForm, { item, ...by }, onceOpened);
  const [handed, setHanded] = useState<AffairPage>();
  if (handed !== undefined)
    return (
      <Suspense fallback={<Opening />}>
        <Handed page={handed} />
      </Suspense>
    );
  if (error?.problem.code === 'registry.not-bound')
    return (
      <Suspense fallback={<Opening />}>
        <Unbound />
      </Suspense>
    );
  if (data === undefined && error !== null)
    return <RetryLater refusal={error.problem} again={() => void refetch()} />;
  if (data === undefined) return <Opening />;
  if (data.running !== null) return <Navigate to={pathOf(data.running) as '/'} replace />;
  if (data.acceptName === null || !data.item.fromHome)
    return (
      <Suspense fallback={<Opening />}>
        <NotHere form={data} />
      </Suspense>
    );
  return (
    <Suspense fallback={<Opening />}>
      <ApplyForm account={known.account} form={data} onHanded={setHanded} />
    </Suspense>
  );
}
