// SPDX-License-Identifier: Apache-2.0
import { listAffairs } from '@lilong/contracts/affair-work';
import type { AffairLine } from '@lilong/contracts/affairs';
import type { Refused } from '@lilong/contracts/call';
import { ask } from '@lilong/ui/client.ts';
import { useLive } from '@lilong/ui/live.ts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { splitPx } from '../cases/useInbox.ts';
import { useWide } from '../parts/useWide.ts';
import { type AffairFilters, cleanAffairs, noFilters } from './filters.ts';

const pageSize = 100;
type Show = (ref: string | undefined) => void;

export interface AffairList {
  readonly lines: readonly AffairLine[];
  readonly total: number | undefined;
  readonly fault: Refused | null;
  /** The list of other filters is still shown while the new one comes. */
  readonly stale: boolean;
  readonly waiting: boolean;
  readonly more: (() => void) | undefined;
  readonly again: () => void;
}

export interface Affairs {
  readonly filters: AffairFilters;
  readonly list: AffairList;
  /** List and application stand side by side. */
  readonly split: boolean;
  readonly openRef: string | undefined;
  readonly open: AffairLine | undefined;
  readonly set: (
    change: { readonly [K in keyof AffairFilters]?: AffairFilters[K] | undefined },
  ) => void;
  readonly show: Show;
  readonly step: (by: 1 | -1) => void;
  /** The open one was acted on: when it leaves this list, the one after it is opened. */
  readonly moveOn: (ref: string) => void;
}

/** The office's list: late first, then the soonest promise. Filters and the open one live in the address bar. */
export function useAffairs(asked: AffairFilters): Affairs {
  useLive('affairs');
  const filters: AffairFilters = { tab: 'mine', ...asked };
  const list = useAffairList(filters);
  const split = useWide(splitPx);
  const go = useNavigate();
  const openRef = filters.affair ?? (split ? list.lines[0]?.ref : undefined);
  const show: Show = (ref) =>
    void go({
      to: '/affairs',
      search: cleanAffairs({ ...noFilters, ...asked, affair: ref }),
      replace: true,
      resetScroll: false,
    });
  const first = list.stale ? undefined : list.lines[0]?.ref;
  const noneAsked = split && filters.affair === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `show` is new at each drawing and means the same
  useEffect(() => {
    if (noneAsked && first !== undefined) show(first);
  }, [noneAsked, first]);
  const moveOn = useMoveOn(list.lines, openRef, show);
  return {
    ...{ filters, list, split, openRef, show, moveOn },
    open: list.lines.find(({ ref }) => ref === openRef),
    set: (change) =>
      void go({
        to: '/affairs',
        search: cleanAffairs({ ...noFilters, ...asked, affair: undefined, ...change }),
        resetScroll: false,
      }),
    step: (by) => {
      const at = list.lines.findIndex(({ ref }) => ref === openRef);
      const next = list.lines[Math.min(Math.max(at + by, 0), list.lines.length - 1)];
      if (next === undefined) return;
      show(next.ref);
      focusRow(next.ref);
    },
  };
}

function useAffairList({ affair: _open, ...asked }: AffairFilters): AffairList {
  const list = useInfiniteQuery({
    queryKey: [listAffairs.path, 'list', asked],
    queryFn: ({ pageParam }) =>
      ask(listAffairs, {
        ...asked,
        limit: pageSize,
        ...(pageParam === null ? {} : { after: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    refetchInterval: 60_000, // a promise becomes late without anybody doing anything
  });
  const lines = useMemo(() => list.data?.pages.flatMap((page) => page.affairs) ?? [], [list.data]);
  return {
    lines,
    total: list.data?.pages[0]?.total,
    fault: list.error as Refused | null, // `ask` throws nothing else
    stale: list.isPlaceholderData,
    waiting: list.isPending,
    more: list.hasNextPage ? () => void list.fetchNextPage() : undefined,
    again: () => void list.refetch(),
  };
}

function focusRow(ref: string): void {
  const row = document.querySelector<HTMLElement>(`[data-ref="${CSS.escape(ref)}"] .row-link`);
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}

/** Opens the one that took the place of the one that left. What others move away does not make the page jump. */
function useMoveOn(
  lines: readonly AffairLine[],
  openRef: string | undefined,
  show: Show,
): (ref: string) => void {
  const [moved, setMoved] = useState<string>();
  const place = useRef(0);
  const at = lines.findIndex(({ ref }) => ref === openRef);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `show` is new at each drawing and means the same
  useEffect(() => {
    if (at >= 0) place.current = at;
    if (moved === undefined || moved !== openRef) return;
    if (at < 0) show(lines[Math.min(place.current, lines.length - 1)]?.ref);
  }, [lines, moved, openRef, at]);
  return setMoved;
}
