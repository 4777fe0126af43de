// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { type CaseAct, type CaseMove, caseMoves } from '@lilong/contracts/case-flow';
import type { CasePage } from '@lilong/contracts/case-shapes';
import { type MoveInput, moveCase } from '@lilong/contracts/case-work';
import { useWrite } from '@lilong/ui/client.ts';
import { useT } from '../words.ts';
import { isImmediate, primaryOf } from './moves.ts';
import { useUndo } from './undo.ts';

/** The form that is open under the case; `dispatch_other` is a dispatch to somebody who is not proposed. */
export type Asked = CaseMove | CaseAct | 'dispatch_other' | undefined;
export type MoveFacts = Omit<MoveInput, 'ref' | 'move' | 'version'>;

export interface Mover {
  readonly primary: CaseMove | undefined;
  readonly pending: boolean;
  readonly refusal: Problem | undefined;
  /** A button: makes the move when it asks nothing, opens its form otherwise. */
  readonly press: (asked: Exclude<Asked, undefined>) => void;
  readonly make: (move: CaseMove, facts?: MoveFacts) => Promise<boolean>;
}

interface MoverEvents {
  readonly onAsk: (asked: Asked) => void;
  readonly onMoved: (ref: string) => void;
}

/** Makes moves of one case: with the version that is on the screen, and an undo for a minute where the table gives one. */
export function useMover(page: CasePage, { onAsk, onMoved }: MoverEvents): Mover {
  const { line, proposals } = page;
  const write = useWrite(moveCase, { refreshes: ['cases'] });
  const t = useT();
  const undo = useUndo();

  async function make(move: CaseMove, facts: MoveFacts = {}): Promise<boolean> {
    const reply = await write.send({ ref: line.ref, version: line.version, move, ...facts });
    if (reply === undefined) return false;
    if (reply.undoUntil !== null)
      undo.offer({
        said: t('undo.done', { move: t(`move.${move}`), title: line.title }),
        until: reply.undoUntil,
        refs: [line.ref],
        by: 'undo',
      });
    onAsk(undefined);
    onMoved(line.ref);
    return true;
  }
  function press(asked: Exclude<Asked, undefined>): void {
    const [only, ...others] = proposals;
    if (write.pending) return;
    if (asked === 'dispatch' && only?.accepts === true && others.length === 0 && !line.handedBack)
      void make('dispatch', { organisation: only.organisation });
    else if (isMove(asked) && asked !== 'dispatch' && isImmediate(line, asked)) void make(asked);
    else onAsk(asked);
  }
  return { primary: primaryOf(line), pending: write.pending, refusal: write.refusal, press, make };
}

const moveNames: readonly string[] = caseMoves;
export const isMove = (name: Exclude<Asked, undefined>): name is CaseMove =>
  moveNames.includes(name);
