// SPDX-License-Identifier: Apache-2.0
import { type MyReport, myReports } from '@lilong/contracts/cases';
import { ask, asRefused } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useLive } from '@lilong/ui/live.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { WaitingList } from '../outbox/WaitingList.tsx';
import { ReadRefused } from '../parts/Refused.tsx';
import type { Known } from '../session/me.ts';
import { ResidentOnly } from '../session/ResidentOnly.tsx';
import { Link } from '../shell/nav.tsx';
import { useT } from '../words/use.ts';
import { CaseCard } from './CaseCard.tsx';

export function MyCases(): ReactNode {
  return <ResidentOnly>{(known) => <List known={known} />}</ResidentOnly>;
}

/** Everything I reported: what still waits on this phone, then newest first. */
function List({ known }: { known: Known }): ReactNode {
  const t = useT();
  useLive('my');
  const mine = useMine(known.account);
  const reports = mine.data?.pages.flatMap((page) => page.reports) ?? [];
  const total = mine.data?.pages[0]?.total ?? 0;
  return (
    <div className="page narrow">
      <h1>
        {t('nav.my')}
        {total > 0 && <small>{t('my.total', { count: total })}</small>}
      </h1>
      <nav className="rows" aria-label={t('nav.my-affairs')}>
        <Link to="/affairs/mine">
          <Icon name="document" />
          {t('nav.my-affairs')}
          <Icon name="next" size="1em" />
        </Link>
      </nav>
      <WaitingList known={known} />
      {mine.isPending && <Bones />}
      {mine.error !== null && <ReadRefused refusal={asRefused(mine.error).problem} />}
      {reports.map((report) => (
        <CaseCard key={report.ref} report={report} />
      ))}
      {mine.data !== undefined && reports.length === 0 && <Nothing />}
      {mine.hasNextPage && (
        <button
          type="button"
          className="button wide"
          disabled={mine.isFetchingNextPage}
          onClick={() => void mine.fetchNextPage()}
        >
          {t('my.older')}
        </button>
      )}
    </div>
  );
}

function useMine(account: number) {
  return useInfiniteQuery({
    queryKey: [myReports.path, 'pages', account],
    queryFn: ({ pageParam }) => ask(myReports, pageParam === '' ? {} : { before: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ total }, pages) =>
      olderThan(
        pages.flatMap(({ reports }) => reports),
        total,
      ),
  });
}

function olderThan(shown: readonly MyReport[], total: number): string | undefined {
  return shown.length < total ? shown[shown.length - 1]?.reportedAt : undefined;
}

function Bones(): ReactNode {
  return (
    <div aria-hidden="true">
      {[1, 2, 3].map((one) => (
        <div key={one} className="card bone" />
      ))}
    </div>
  );
}

function Nothing(): ReactNode {
  const t = useT();
  return (
    <section className="empty">
      <i className="arch">
        <Icon name="document" size={30} />
      </i>
      <p>{t('my.empty')}</p>
      <Link className="button main" to="/report">
        {t('nav.report')}
      </Link>
    </section>
  );
}
