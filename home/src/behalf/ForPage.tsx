// SPDX-License-Identifier: Apache-2.0
import { ownMandates } from '@lilong/contracts/mandates';
import { useRead } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { lazy, type ReactNode, Suspense } from 'react';
import { ActingFor } from '../affairs/acting.ts';
import { RetryLater } from '../parts/Refused.tsx';
import type { Known } from '../session/me.ts';
import { ResidentOnly } from '../session/ResidentOnly.tsx';
import { Opening } from '../shell/Fallbacks.tsx';
import { useInAddress } from '../shell/nav.tsx';
import { WithAffairWords } from '../words/affairs.tsx';
import { useHelperT, WithHelperWords } from './words.tsx';
import './behalf.css';

const Apply = lazy(() =>
  import('../affairs/ApplyPage.tsx').then(({ Apply }) => ({ default: Apply })),
);
const One = lazy(() => import('../affairs/MyAffairPage.tsx').then(({ One }) => ({ default: One })));
const Receipt = lazy(() =>
  import('../affairs/ReceiptPage.tsx').then(({ One }) => ({ default: One })),
);

/** 帮办: a form filled in, or a matter followed, for somebody else. */
export function ForPage(): ReactNode {
  const what = useInAddress('what');
  return (
    <For>
      {(known) =>
        /^A\d/.test(what) ? (
          <One key={what} affair={what} known={known} />
        ) : (
          <Apply key={what} item={what} known={known} />
        )
      }
    </For>
  );
}

/** The receipt of what was handed in for them. */
export function ForReceiptPage(): ReactNode {
  const what = useInAddress('what');
  return <For>{() => <Receipt key={what} affair={what} />}</For>;
}

interface ForProps {
  readonly children: (known: Known) => ReactNode;
}
function For({ children }: ForProps): ReactNode {
  return (
    <ResidentOnly>
      {(known) => (
        <WithAffairWords>
          <WithHelperWords>
            <Acting>{children(known)}</Acting>
          </WithHelperWords>
        </WithAffairWords>
      )}
    </ResidentOnly>
  );
}

/** Says for whom one acts, as long as one may. */
function Acting({ children }: { readonly children: ReactNode }): ReactNode {
  const mandate = Number(useInAddress('mandate'));
  const t = useHelperT();
  const say = useMoment();
  const { data, error, refetch } = useRead(ownMandates, {});
  if (data === undefined && error !== null)
    return <RetryLater refusal={error.problem} again={() => void refetch()} />;
  if (data === undefined) return <Opening />;
  const found = data.taken.find((one) => one.mandate === mandate);
  if (found === undefined)
    return (
      <section className="page narrow empty">
        <h1>{t('helpers.over')}</h1>
        <p>{t('helpers.over-why')}</p>
      </section>
    );
  const { name, until } = found;
  return (
    <ActingFor value={{ mandate, name, sign: (masked) => t('helpers.sign', { name: masked }) }}>
      <p className="helping" role="note">
        {t('helpers.acting', { name, until: say(until, 'day') })}
      </p>
      <Suspense fallback={<Opening />}>{children}</Suspense>
    </ActingFor>
  );
}
