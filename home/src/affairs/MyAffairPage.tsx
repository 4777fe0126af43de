// SPDX-License-Identifier: Apache-2.0
import { type AffairPage, getMine } from '@lilong/contracts/affairs';
import { assistanceItems } from '@lilong/contracts/assistance-items';
import { useRead } from '@lilong/ui/client.ts';
import { useLive } from '@lilong/ui/live.ts';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { RetryLater } from '../parts/Refused.tsx';
import type { Known } from '../session/me.ts';
import { ResidentOnly } from '../session/ResidentOnly.tsx';
import { Coming, Opening } from '../shell/Fallbacks.tsx';
import { type HomePath, Link, useInAddress } from '../shell/nav.tsx';
import { useAffairT, WithAffairWords } from '../words/affairs.tsx';
import { AffairTimeline } from './AffairTimeline.tsx';
import { useActing, useBy, usePathOf } from './acting.ts';
import { Consent, TakenBack } from './Consent.tsx';
import { HandedIn } from './HandedIn.tsx';
import { Outcome } from './Outcome.tsx';
import { Parts } from './Parts.tsx';
import { StandingCard } from './StandingCard.tsx';
import { Named, useLimitWords } from './said.tsx';
import { Withdraw } from './Withdraw.tsx';
import './affairs.css';
import '../cases/my.css';
import '../cases/report.css';

/** Whoever only looks how far it is does not wait for what is typed into. */
const ApplyForm = lazy(() =>
  import('./ApplyForm.tsx').then(({ ApplyForm }) => ({ default: ApplyForm })),
);
const AssistanceMine = lazy(() =>
  import('../assistance/AssistanceMine.tsx').then(({ AssistanceMine }) => ({
    default: AssistanceMine,
  })),
);
const RateMine = lazy(() =>
  import('../ratings/RateCard.tsx').then(({ RateMine }) => ({ default: RateMine })),
);
const Supplement = lazy(() =>
  import('./Supplement.tsx').then(({ Supplement }) => ({ default: Supplement })),
);
const Slips = lazy(() => import('./Slips.tsx').then(({ Slips }) => ({ default: Slips })));
const Handed = lazy(() => import('./Handed.tsx').then(({ Handed }) => ({ default: Handed })));

/** One of my applications: a draft goes on where it was left; else how it stands, and what is wanted of me. */
export function MyAffairPage(): ReactNode {
  const ref = useInAddress('ref');
  return (
    <ResidentOnly>
      {(known) => (
        <WithAffairWords>
          <One key={ref} affair={ref} known={known} />
        </WithAffairWords>
      )}
    </ResidentOnly>
  );
}

interface OneProps {
  readonly affair: string;
  readonly known: Known;
}
export function One({ affair, known }: OneProps): ReactNode {
  useLive('my');
  const acting = useActing();
  const by = useBy();
  const { data, error, refetch } = useRead(
    getMine,
    { ref: affair, ...by },
    { refetchOnWindowFocus: acting === undefined },
  );
  const [handed, setHanded] = useState<AffairPage>();
  // The form that was opened stays: it saves itself, and what it saves comes back as news.
  const [draft, setDraft] = useState<AffairPage>();
  if (draft === undefined && data?.state === 'draft' && data.form !== null) setDraft(data);
  if (handed !== undefined)
    return (
      <Suspense fallback={<Opening />}>
        <Handed page={handed} onFollow={() => setHanded(undefined)} />
      </Suspense>
    );
  if (data === undefined && error !== null)
    return <RetryLater refusal={error.problem} again={() => void refetch()} />;
  if (data === undefined) return <Opening />;
  if (data.state === 'draft' && draft?.form != null)
    return (
      <ApplyForm account={known.account} form={draft.form} page={draft} onHanded={setHanded} />
    );
  return <Followed page={data} account={known.account} />;
}

interface FollowedProps {
  readonly page: AffairPage;
  readonly account: number;
}
function Followed({ page, account }: FollowedProps): ReactNode {
  const t = useAffairT();
  const mine = useActing() === undefined;
  return (
    <article className="page narrow my-case">
      <h1>
        <Named zh={page.itemName} en={page.itemNameEn} />
      </h1>
      <StandingCard of={page} says={t(`affair.plain.${page.state}`)}>
        <Helped by={page.helperName} />
        <Pause page={page} />
        <Longer page={page} />
      </StandingCard>
      <TakenBack page={page} />
      {page.can.supplement === true && (
        <Suspense fallback={<div className="card bone" />}>
          <Supplement page={page} account={account} />
        </Suspense>
      )}
      {page.state === 'received' && page.correction?.answeredAt != null && (
        <p className="notice done">{t('mine.asked-brought')}</p>
      )}
      <Parts page={page} />
      {mine && <Assistance page={page} />}
      <Outcome page={page} />
      {mine && page.decision !== null && page.joint === null && (
        <Suspense fallback={<Coming />}>
          <RateMine subject={page.ref} />
        </Suspense>
      )}
      <AffairTimeline steps={page.timeline} />
      <HandedIn page={page} />
      {mine && <Collected page={page} />}
      <Sheets affair={page.ref} />
      <Consent page={page} />
      {page.can.withdraw === true && <Withdraw page={page} />}
      <p className="aside">
        <Link to={`/affairs/${page.item}`}>{t('mine.guide')}</Link>
      </p>
    </article>
  );
}

/** Somebody else handed it in. */
function Helped({ by }: { readonly by: string | null }): ReactNode {
  const t = useAffairT();
  return by === null ? null : <p className="hint">{t('mine.helped', { name: by })}</p>;
}

/** What the committee took at the door for it. */
function Collected({
  page: { ref, materials, besides },
}: {
  readonly page: AffairPage;
}): ReactNode {
  if (besides.length === 0 && materials.every(({ paper }) => paper === null)) return null;
  return (
    <Suspense fallback={<Coming />}>
      <Slips affair={ref} />
    </Suspense>
  );
}

/** What one does with a matter beside it; whom to ask for help, its person alone. */
function Sheets({ affair }: { readonly affair: string }): ReactNode {
  const t = useAffairT();
  const pathOf = usePathOf();
  const mine = useActing() === undefined;
  return (
    <>
      <p className="aside">
        <Link to={`${pathOf(affair)}/receipt` as HomePath}>{t('mine.receipt')}</Link>
      </p>
      {mine && (
        <p className="aside">
          <Link to={`/affairs/helpers/${affair}`}>{t('mine.ask-help')}</Link>
        </p>
      )}
    </>
  );
}

function Assistance({ page: { item, ref } }: { readonly page: AffairPage }): ReactNode {
  if (!assistanceItems.includes(item)) return null;
  return (
    <Suspense fallback={<div className="card bone" />}>
      <AssistanceMine affair={ref} />
    </Suspense>
  );
}

/** Why the clock stands still, as it was told in writing. */
function Pause({ page: { pause } }: { readonly page: AffairPage }): ReactNode {
  const t = useAffairT();
  if (pause === null) return null;
  const what = pause.procedure === null ? [] : [t(`procedure.${pause.procedure}`)];
  return <p className="notice">{t('mine.pause', { why: [...what, pause.reason].join(' · ') })}</p>;
}

function Longer({ page: { extension } }: { readonly page: AffairPage }): ReactNode {
  const t = useAffairT();
  const limit = useLimitWords();
  if (extension === null || extension.state === 'refused') return null;
  const { days, reason, state } = extension;
  return <p className="notice">{t(`mine.extension-${state}`, { days: limit(days), reason })}</p>;
}
