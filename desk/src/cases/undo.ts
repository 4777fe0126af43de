// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { undoMove, unmergeCase } from '@lilong/contracts/case-work';
import { ask, asRefused, newKey, refresh } from '@lilong/ui/client.ts';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useState } from 'react';

/** What was just done and can still be taken back. */
export interface Undoable {
  /** What was done, as a sentence. */
  readonly said: string;
  readonly until: string;
  /** Every case that goes back. */
  readonly refs: readonly string[];
  readonly by: 'undo' | 'unmerge';
  /** When all went back: what was said of it elsewhere is no longer true. */
  readonly onUndone?: () => void;
}
export interface Undo {
  readonly offer: (undoable: Undoable) => void;
}
export const UndoContext = createContext<Undo>({ offer: () => undefined });

export const useUndo = (): Undo => useContext(UndoContext);

const undoMs = 60_000; // a merge can be taken apart later too; the offer stands as long as that of a move

/** Until when a merge made now is offered to be undone. */
export const soon = (): string => new Date(Date.now() + undoMs).toISOString();

export interface Undoing {
  readonly pending: boolean;
  readonly refusal: Problem | undefined;
  /** Takes back one after another; true when all went back. The first that could not says why. */
  readonly take: (undoable: Pick<Undoable, 'refs' | 'by'>) => Promise<boolean>;
}

export function useUndoing(): Undoing {
  const queries = useQueryClient();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Problem>();
  async function take({ refs, by }: Pick<Undoable, 'refs' | 'by'>): Promise<boolean> {
    setPending(true);
    const route = by === 'undo' ? undoMove : unmergeCase;
    const refused: Problem[] = [];
    for (const ref of refs) {
      try {
        await ask(route, { ref }, { 'idempotency-key': newKey() });
      } catch (error) {
        refused.push(asRefused(error).problem);
      }
    }
    await refresh(queries, 'cases');
    setPending(false);
    setRefusal(refused[0]);
    return refused.length === 0;
  }
  return { pending, refusal, take };
}
