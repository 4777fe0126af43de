// SPDX-License-Identifier: Apache-2.0
import { findInRegistry } from '@lilong/contracts/registry-find';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import { keepPreviousData } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { isAskable, isKept } from './search.ts';

const pauseMs = 250;

export type Found = ReplyOf<typeof findInRegistry>;
export interface Finding {
  /** What stands in the field. */
  readonly words: string;
  readonly type: (words: string) => void;
  /** What was asked; undefined while there is too little to ask. */
  readonly asked: string | undefined;
  readonly found: Found | undefined;
  readonly stale: boolean;
  readonly fault: ReturnType<typeof useRead<typeof findInRegistry>>['error'];
  readonly again: () => unknown;
}

/** The search of 人房: asked as somebody types, kept in the address bar as far as it may stand there. */
export function useFinding(): Finding {
  const { q = '' } = useSearch({ from: '/registry' });
  const [words, type] = useState(q);
  const typed = useSettled(words.trim());
  useAddress(q, typed, type);
  const isAsked = isAskable(typed);
  const read = useRead(
    findInRegistry,
    { q: typed },
    { enabled: isAsked, placeholderData: keepPreviousData },
  );
  return {
    words,
    type,
    asked: isAsked ? typed : undefined,
    found: isAsked ? read.data : undefined,
    stale: read.isPlaceholderData || words.trim() !== typed,
    fault: isAsked ? read.error : null,
    again: read.refetch,
  };
}

/** What was typed, once the typing pauses. */
export function useSettled(words: string): string {
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), pauseMs);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}

/** Field and address follow each other; whoever changed last leads. */
function useAddress(q: string, typed: string, type: (words: string) => void): void {
  const go = useNavigate();
  const written = useRef(q);
  useEffect(() => {
    if (q === written.current) return;
    written.current = q;
    type(q);
  }, [q, type]);
  useEffect(() => {
    const kept = isKept(typed) ? typed : '';
    if (kept === written.current) return;
    written.current = kept;
    void go({
      to: '.',
      search: ({ q: _, ...rest }: { q?: string }) => ({
        ...rest,
        ...(kept === '' ? {} : { q: kept }),
      }),
      replace: true,
      resetScroll: false,
    });
  }, [typed, go]);
}
