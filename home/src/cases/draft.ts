// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Draft, dropDraft, emptyDraft, keepDraft, readDraft } from '../outbox/store.ts';

const KEEP_AFTER_MS = 300;

export interface KeptDraft {
  /** Undefined until the phone has looked for an unfinished one. */
  readonly draft: Draft | undefined;
  readonly change: (change: (draft: Draft) => Draft) => void;
  readonly forget: () => Promise<void>;
}

/** A form that is still there after a call, a flat battery or a lost network. */
export function useDraft(account: number): KeptDraft {
  const [draft, setDraft] = useState<Draft>();
  const forgotten = useRef(false);
  useEffect(() => {
    void readDraft(account)
      .catch(() => emptyDraft)
      .then(setDraft);
  }, [account]);
  useEffect(() => {
    if (draft === undefined || forgotten.current) return;
    const timer = setTimeout(() => {
      keepDraft(account, draft).catch(() => undefined); // a full phone keeps the page only
    }, KEEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [account, draft]);
  const change = useCallback(
    (alter: (draft: Draft) => Draft) => setDraft((before) => alter(before ?? emptyDraft)),
    [],
  );
  const forget = useCallback(async () => {
    forgotten.current = true;
    await dropDraft(account);
  }, [account]);
  return { draft, change, forget };
}
