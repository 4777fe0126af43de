// SPDX-License-Identifier: Apache-2.0
import type { CaseMove } from '@lilong/contracts/case-flow';
import type { CaseLine } from '@lilong/contracts/case-shapes';
import { mergeCases, moveMany } from '@lilong/contracts/case-work';
import type { InputOf, ReplyOf } from '@lilong/contracts/route';
import { LONG_PATIENCE_MS, useWrite, type Write } from '@lilong/ui/client.ts';
import { useState } from 'react';
import { useT } from '../words.ts';
import { soon, useUndo } from './undo.ts';
import type { Inbox } from './useInbox.ts';

/** Moves that make sense for several cases with one answer. */
export const bulkMoves = [
  'register',
  'raise',
  'dispatch',
  'accept',
  'pass',
  'decline',
] as const satisfies readonly CaseMove[];
export type BulkMove = (typeof bulkMoves)[number];
export type BulkFacts = Omit<InputOf<typeof moveMany>, 'cases' | 'move'>;
/** What came of it. It stays when nothing is picked any more, until the next is picked. */
export interface BulkOutcome {
  readonly said: string;
  readonly refused: ReplyOf<typeof moveMany>['refused'];
}

export interface Bulk {
  readonly picked: readonly CaseLine[];
  /** The form that is open. */
  readonly asking: BulkMove | 'merge' | undefined;
  readonly move: Write<typeof moveMany>;
  readonly merge: Write<typeof mergeCases>;
  readonly outcome: BulkOutcome | undefined;
  readonly ask: (name: BulkMove | 'merge' | undefined) => void;
  readonly send: (name: BulkMove, facts?: BulkFacts) => Promise<void>;
  readonly join: (into: CaseLine) => Promise<void>;
  readonly hide: () => void;
}

/** Several cases at once. Each succeeds or is refused by itself; what was done can be taken back together. */
export function useBulk(inbox: Inbox): Bulk {
  const t = useT();
  const [asking, setAsking] = useState<BulkMove | 'merge'>();
  const [outcome, setOutcome] = useState<BulkOutcome>();
  const move = useWrite(moveMany, { refreshes: ['cases'], patienceMs: LONG_PATIENCE_MS });
  const merge = useWrite(mergeCases, { refreshes: ['cases'] });
  const undo = useUndo();
  const hide = () => setOutcome(undefined);
  const picked = inbox.list.lines.filter(({ ref }) => inbox.picked.has(ref));

  function done(said: string, refused: BulkOutcome['refused'] = []): void {
    setAsking(undefined);
    setOutcome({ said, refused });
    inbox.unpick();
  }
  async function send(name: BulkMove, facts: BulkFacts = {}): Promise<void> {
    const able = picked.filter(({ can }) => can[name] === true);
    const cases = able.map(({ ref, version }) => ({ ref, version }));
    const proposed = name === 'dispatch' ? { proposed: true } : {};
    const reply = await move.send({ cases, move: name, ...proposed, ...facts });
    if (reply === undefined) return;
    const said = t('bulk.done', { move: t(`move.${name}`), count: reply.done.length });
    if (reply.undoUntil !== null)
      undo.offer({ said, until: reply.undoUntil, refs: reply.done, by: 'undo', onUndone: hide });
    done(said, reply.refused);
  }
  async function join(into: CaseLine): Promise<void> {
    const others = picked.map(({ ref }) => ref).filter((ref) => ref !== into.ref);
    if ((await merge.send({ ref: into.ref, others })) === undefined) return;
    const said = t('bulk.merged', { count: others.length, title: into.title });
    undo.offer({ said, until: soon(), refs: others, by: 'unmerge', onUndone: hide });
    done(said);
  }
  return {
    picked,
    asking,
    move,
    merge,
    outcome: inbox.picked.size > 0 ? undefined : outcome,
    ask: setAsking,
    send,
    join,
    hide,
  };
}
