// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  changeWaiting,
  type Draft,
  dropDraft,
  emptyDraft,
  keepDraft,
  readDraft,
  readWaiting,
} from '../outbox/store.ts';

const KEEP_AFTER_MS = 300;

export interface KeptDraft {
  /** Undefined until the phone has looked for an unfinished one. */
  readonly draft: Draft | undefined;
  readonly change: (change: (draft: Draft) => Draft) => void;
  readonly forget: () => Promise<void>;
}

/**
 * A form that is still there after a call, a flat battery or a lost network.
 *
 * @param waiting key of the waiting report that the form changes; a new report has its own place
 */
export function useDraft(account: number, waiting: string | undefined): KeptDraft {
  const [draft, setDraft] = useState<Draft>();
  const forgotten = useRef(false);
  useEffect(() => {
    void read(account, waiting)
      .catch(() => emptyDraft)
      .then(setDraft);
  }, [account, waiting]);
  useEffect(() => {
    if (draft === undefined) return;
    const timer = setTimeout(() => {
      if (forgotten.current) return; // it was sent before the time was up
      keep(account, waiting, draft).catch(() => undefined); // a full phone keeps the page only
    }, KEEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [account, waiting, draft]);
  const change = useCallback(
    (alter: (draft: Draft) => Draft) => setDraft((before) => alter(before ?? emptyDraft)),
    [],
  );
  const forget = useCallback(async () => {
    forgotten.current = true;
    if (waiting === undefined) await dropDraft(account);
  }, [account, waiting]);
  return { draft, change, forget };
}

async function read(account: number, waiting: string | undefined): Promise<Draft> {
  if (waiting === undefined) return readDraft(account);
  const found = await readWaiting(waiting);
  if (found === undefined) return emptyDraft;
  const { account: _account, at, faults, refusal, held, ...draft } = found;
  return draft;
}

async function keep(account: number, waiting: string | undefined, draft: Draft): Promise<void> {
  if (waiting === undefined) return keepDraft(account, draft);
  await changeWaiting(waiting, (entry) =>
    entry.held === true ? { ...draft, key: entry.key, account, at: entry.at, held: true } : entry,
  );
}
