// SPDX-License-Identifier: Apache-2.0
import type { CaseMove } from '@lilong/contracts/case-flow';
import { createContext, useContext } from 'react';

/** A move that can still be taken back. */
export interface Undoable {
  readonly ref: string;
  readonly title: string;
  readonly move: CaseMove;
  readonly until: string;
}
export interface Undo {
  readonly offer: (undoable: Undoable) => void;
}
export const UndoContext = createContext<Undo>({ offer: () => undefined });

export const useUndo = (): Undo => useContext(UndoContext);
