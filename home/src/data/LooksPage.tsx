// SPDX-License-Identifier: Apache-2.0
import { ownLooks } from '@lilong/contracts/registry-own';
import { ask, asRefused } from '@lilong/ui/client.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { RetryLater } from '../parts/Refused.tsx';
import { ResidentOnly } from '../session/ResidentOnly.tsx';
import { Opening } from '../shell/Fallbacks.tsx';
import { Link, useInAddress } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { WithWords } from '../words/WithWords.tsx';
import './data.css';

/** 谁看过我的信息, newest first. */
export function LooksPage(): ReactNode {
  const grant = useInAddress('grant');
  const of = grant === '' ? undefined : Number(grant);
  return (
    <WithWords of="data">
      <ResidentOnly>{({ account }) => <Looks account={account} of={of} />}</ResidentOnly>
    </WithWords>
  );
}

interface LooksProps {
  readonly account: number;
  /** The grant by which somebody else's are read; none: one's own. */
  readonly of: number | undefined;
}

function Looks({ account, of }: LooksProps): ReactNode {
  const t = useT();
  const say = useMoment();
  const read = useLooks(account, of);
  const looks = read.data?.pages.flatMap((page) => page.looks) ?? [];
  const refusal = read.error === null ? undefined : asRefused(read.error).problem;
  if (refusal?.code === 'registry.not-bound') return <NotBound />;
  if (refusal !== undefined)
    return <RetryLater refusal={refusal} again={() => void read.refetch()} />;
  if (read.data === undefined) return <Opening />;
  return (
    <div className="page narrow own">
      <h1>{t(of === undefined ? 'data.looks' : 'ward.looks')}</h1>
      {of === undefined && <p>{t('data.looks-lead')}</p>}
      {looks.length === 0 && <p className="empty">{t('data.looks-none')}</p>}
      {looks.map((one) => (
        <article key={one.no} className="card own-look">
          <b>{one.says}</b>
          <span>
            {one.organisationName !== null && `${one.organisationName} · `}
            {one.roleName}
          </span>
          <span>{t('data.look-purpose', { purpose: one.purpose })}</span>
          {one.held !== null && (
            <span className="own-held">{t('data.look-held', { day: one.held })}</span>
          )}
          <small>{say(one.at)}</small>
        </article>
      ))}
      {read.hasNextPage && (
        <button
          type="button"
          className="button wide"
          disabled={read.isFetchingNextPage}
          onClick={() => void read.fetchNextPage()}
        >
          {t('my.older')}
        </button>
      )}
    </div>
  );
}

function useLooks(account: number, of: number | undefined) {
  return useInfiniteQuery({
    queryKey: [ownLooks.path, account, of],
    queryFn: ({ pageParam }) =>
      ask(ownLooks, {
        ...(pageParam === 0 ? {} : { before: pageParam }),
        ...(of === undefined ? {} : { of }),
      }),
    initialPageParam: 0,
    ...(of === undefined ? {} : { staleTime: 300_000, refetchOnWindowFocus: false }), // each is written down
    getNextPageParam: ({ looks, more }) => (more ? looks[looks.length - 1]?.no : undefined),
  });
}

function NotBound(): ReactNode {
  const t = useT();
  return (
    <div className="page narrow own">
      <h1>{t('data.looks')}</h1>
      <p>{t('data.unbound')}</p>
      <Link className="button main" to="/me/data">
        {t('data.how')}
      </Link>
    </div>
  );
}
