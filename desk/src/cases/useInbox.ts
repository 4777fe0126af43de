// SPDX-License-Identifier: Apache-2.0
import type { CaseLine } from '@lilong/contracts/case-shapes';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useWide } from '../parts/useWide.ts';
import { useRole } from '../shell/session.ts';
import { firstBucket } from './buckets.ts';
import { clean, type Filters } from './filters.ts';
import { type CaseList, useCaseList } from './useCaseList.ts';

/** Pixels from which list and case stand side by side. */
export const splitPx = 1000;

export interface Inbox {
  readonly filters: Filters;
  readonly list: CaseList;
  readonly split: boolean;
  readonly open: CaseLine | undefined;
  readonly openRef: string | undefined;
  readonly picked: ReadonlySet<string>;
  readonly set: (change: { readonly [K in keyof Filters]?: Filters[K] | undefined }) => void;
  readonly show: (ref: string | undefined) => void;
  readonly step: (by: 1 | -1) => void;
  readonly pick: (ref: string) => void;
  readonly unpick: () => void;
  /** The open case was acted on: when it leaves this list, the one after it is opened. */
  readonly moveOn: (ref: string) => void;
}

/** List, open case and picked cases. Filters and the open case live in the address bar. */
export function useInbox(asked: Filters): Inbox {
  const role = useRole();
  const filters: Filters = { bucket: firstBucket(role), ...asked };
  const list = useCaseList(filters);
  const split = useWide(splitPx);
  const go = useNavigate();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const openRef = filters.case ?? (split ? list.lines[0]?.ref : undefined);
  const show = (ref: string | undefined) =>
    void go({
      to: '/',
      search: clean({ ...empty, ...asked, case: ref }),
      replace: true,
      resetScroll: false,
    });

  function step(by: 1 | -1): void {
    const at = list.lines.findIndex(({ ref }) => ref === openRef);
    const next = list.lines[Math.min(Math.max(at + by, 0), list.lines.length - 1)];
    if (next === undefined) return;
    show(next.ref);
    focusRow(next.ref);
  }
  useNamed(list, !split);
  useFirstOpen(list, split && filters.case === undefined, show);
  const moveOn = useMoveOn(list.lines, openRef, show);
  return {
    filters,
    moveOn,
    list,
    split,
    openRef,
    picked,
    show,
    step,
    open: list.lines.find(({ ref }) => ref === openRef),
    set: (change) => {
      setPicked(new Set());
      void go({
        to: '/',
        search: clean({ ...empty, ...asked, case: undefined, ...change }),
        resetScroll: false,
      });
    },
    pick: (ref) => setPicked((now) => toggled(now, ref)),
    unpick: () => setPicked(new Set()),
  };
}

function focusRow(ref: string): void {
  const row = document.querySelector<HTMLElement>(`[data-ref="${CSS.escape(ref)}"] .row-link`);
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}

/** Opens the first case where none was asked for: it stays open when others arrive above it. */
function useFirstOpen(
  { stale, lines }: CaseList,
  noneAsked: boolean,
  show: (ref: string | undefined) => void,
): void {
  const first = stale ? undefined : lines[0]?.ref;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `show` is new at each drawing and means the same
  useEffect(() => {
    if (noneAsked && first !== undefined) show(first);
  }, [noneAsked, first]);
}

/** Where list and case stand on pages of their own, one case that was named by number is gone to at once. */
function useNamed({ named, stale, lines }: CaseList, apart: boolean): void {
  const go = useNavigate();
  const only = named && !stale && lines.length === 1 ? lines[0]?.ref : undefined;
  useEffect(() => {
    if (apart && only !== undefined)
      void go({ to: '/cases/$ref', params: { ref: only }, replace: true });
  }, [apart, only, go]);
}

/** Opens the case that took the place of the one that left. Cases that others move away do not make the page jump. */
function useMoveOn(
  lines: readonly CaseLine[],
  openRef: string | undefined,
  show: (ref: string | undefined) => void,
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

const empty = {
  bucket: undefined,
  q: undefined,
  category: undefined,
  place: undefined,
  channel: undefined,
  organisation: undefined,
  case: undefined,
};

function toggled(now: ReadonlySet<string>, ref: string): ReadonlySet<string> {
  const next = new Set(now);
  if (!next.delete(ref)) next.add(ref);
  return next;
}
