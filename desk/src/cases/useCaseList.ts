// SPDX-License-Identifier: Apache-2.0
import type { Refused } from '@lilong/contracts/call';
import type { CaseLine } from '@lilong/contracts/case-shapes';
import { listCases } from '@lilong/contracts/case-work';
import type { ReplyOf } from '@lilong/contracts/route';
import { ask } from '@lilong/ui/client.ts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Filters } from './filters.ts';

const pageSize = 300;
type Page = ReplyOf<typeof listCases>;

export interface CaseList {
  readonly lines: readonly CaseLine[];
  readonly total: number | undefined;
  readonly exact: boolean;
  /** The words named these cases by number: tab and filters were left aside. */
  readonly named: boolean;
  readonly fault: Refused | null;
  /** The list of other filters is still shown while the new one comes. */
  readonly stale: boolean;
  readonly waiting: boolean;
  readonly more: (() => void) | undefined;
  readonly again: () => void;
}

/** The list that the address bar asks for: late first, then the soonest promise. */
export function useCaseList({ case: _open, ...asked }: Filters): CaseList {
  const list = useInfiniteQuery({
    queryKey: ['/api/cases', 'list', asked],
    queryFn: ({ pageParam }): Promise<Page> =>
      ask(listCases, {
        ...asked,
        limit: pageSize,
        ...(pageParam === null ? {} : { after: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  const lines = useMemo(() => list.data?.pages.flatMap((page) => page.cases) ?? [], [list.data]);
  const first = list.data?.pages[0];
  return {
    lines,
    total: first?.total,
    exact: first?.exact ?? true,
    named: first?.named ?? false,
    fault: list.error as Refused | null, // `ask` throws nothing else
    stale: list.isPlaceholderData,
    waiting: list.isPending,
    more: list.hasNextPage ? () => void list.fetchNextPage() : undefined,
    again: () => void list.refetch(),
  };
}
