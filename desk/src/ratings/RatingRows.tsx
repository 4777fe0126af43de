// SPDX-License-Identifier: Apache-2.0
import {
  countRatings,
  listRatings,
  type RatingLine,
  type RatingTab,
  ratingTabs,
} from '@lilong/contracts/ratings';
import { ask, useRead } from '@lilong/ui/client.ts';
import { useLive } from '@lilong/ui/live.ts';
import { useMoment } from '@lilong/ui/words.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Empty } from '../parts/Empty.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { useT } from '../words.ts';
import { DueTag, useNamed } from './said.tsx';

/** Tabs with their counts; soonest due first. Nothing of it is sent back or on. */
export function RatingRows({ tab }: { readonly tab: RatingTab }): ReactNode {
  const t = useT();
  useLive('ratings');
  const counts = useRead(countRatings, {}).data?.counts;
  return (
    <section aria-label={t('ratings.bad')}>
      <nav className="tabs" aria-label={t('ratings.bad')}>
        {ratingTabs.map((one) => (
          <Link
            key={one}
            to="/ratings"
            search={one === 'open' ? {} : { tab: one }}
            className={one === 'late' && (counts?.late ?? 0) > 0 ? 'tab tab-late' : 'tab'}
            aria-current={one === tab ? 'page' : undefined}
            activeProps={{}}
          >
            {t(`ratingtab.${one}`)} {one !== 'over' && <b>{counts?.[one] ?? ''}</b>}
          </Link>
        ))}
      </nav>
      <Lines key={tab} tab={tab} />
    </section>
  );
}

function Lines({ tab }: { readonly tab: RatingTab }): ReactNode {
  const t = useT();
  const { data, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [listRatings.path, { tab }],
    queryFn: ({ pageParam }) =>
      ask(listRatings, { tab, ...(pageParam === '' ? {} : { after: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  if (isPending) return <Waiting rows={4} />;
  const lines = data?.pages.flatMap(({ ratings }) => ratings) ?? [];
  if (lines.length === 0)
    return (
      <Empty icon="check" title={t(`ratings.none-${tab}`)}>
        <p>{t('ratings.none-how')}</p>
      </Empty>
    );
  return (
    <>
      <ul className="rating-rows">
        {lines.map((line) => (
          <li key={line.ref}>
            <Row line={line} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('ratings.more')}
        </Button>
      )}
    </>
  );
}

function Row({ line }: { readonly line: RatingLine }): ReactNode {
  const t = useT();
  const say = useMoment();
  const named = useNamed();
  const { grade, of, ref, ratedAt, state, words } = line;
  return (
    <Link to="/ratings/$rating" params={{ rating: ref }} className="rating-row">
      <b>{named(line)}</b>
      <DueTag of={line} />
      <span className="rating-words">{words}</span>
      <small>
        {t(`ratings.grade-${grade as 1 | 2}`)} · {t(`ratingof.${of}`)} · {say(ratedAt)} ·{' '}
        {t(`ratings.state-${state}`)}
      </small>
    </Link>
  );
}
