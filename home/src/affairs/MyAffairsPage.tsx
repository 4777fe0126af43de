// SPDX-License-Identifier: Apache-2.0
import { type AffairLine, listMine } from '@lilong/contracts/affairs';
import { useRead } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useLive } from '@lilong/ui/live.ts';
import { lazy, type ReactNode, Suspense } from 'react';
import { ReadRefused } from '../parts/Refused.tsx';
import { MyVisits } from '../ratings/MyVisits.tsx';
import { ResidentOnly } from '../session/ResidentOnly.tsx';
import { Coming } from '../shell/Fallbacks.tsx';
import { Link } from '../shell/nav.tsx';
import { useAffairT, WithAffairWords } from '../words/affairs.tsx';
import { AffairCard } from './AffairCard.tsx';
import { isOver, isYours, mostUrgent } from './standing.ts';
import './affairs.css';

/** What others of the household applied for, and ask my consent to. */
const AssistanceMine = lazy(() =>
  import('../assistance/AssistanceMine.tsx').then(({ AssistanceMine }) => ({
    default: AssistanceMine,
  })),
);

const Slips = lazy(() => import('./Slips.tsx').then(({ Slips }) => ({ default: Slips })));

/** 我办的事: what waits for me, what runs, what is over. */
export function MyAffairsPage(): ReactNode {
  return (
    <ResidentOnly>
      {() => (
        <WithAffairWords>
          <Mine />
        </WithAffairWords>
      )}
    </ResidentOnly>
  );
}

function Mine(): ReactNode {
  const t = useAffairT();
  useLive('my');
  const { data, error } = useRead(listMine, {});
  const all = mostUrgent(data?.affairs ?? []);
  const unbound = error?.problem.code === 'registry.not-bound';
  return (
    <div className="page narrow">
      <h1>{t('nav.my-affairs')}</h1>
      {data === undefined && error === null && <div className="card bone" />}
      {error !== null && !unbound && <ReadRefused refusal={error.problem} />}
      {!unbound && (
        <Suspense fallback={<Coming />}>
          <AssistanceMine />
        </Suspense>
      )}
      <Group name="yours" affairs={all.filter(({ state }) => isYours(state))} />
      <Group
        name="running"
        affairs={all.filter(({ state }) => !isYours(state) && !isOver(state))}
      />
      {!unbound && (
        <Suspense fallback={<Coming />}>
          <Slips />
        </Suspense>
      )}
      <MyVisits />
      <Group name="over" affairs={all.filter(({ state }) => isOver(state))} />
      {(unbound || data?.affairs.length === 0) && <None />}
    </div>
  );
}

interface GroupProps {
  readonly name: 'yours' | 'running' | 'over';
  readonly affairs: readonly AffairLine[];
}
function Group({ name, affairs }: GroupProps): ReactNode {
  const t = useAffairT();
  if (affairs.length === 0) return null;
  return (
    <section>
      <h2>{t(`mine.${name}`)}</h2>
      {affairs.map((affair) => (
        <AffairCard key={affair.ref} affair={affair} />
      ))}
    </section>
  );
}

function None(): ReactNode {
  const t = useAffairT();
  return (
    <section className="empty">
      <i className="arch">
        <Icon name="document" size={30} />
      </i>
      <p>{t('mine.empty')}</p>
      <Link className="button main" to="/affairs">
        {t('mine.first')}
      </Link>
    </section>
  );
}
