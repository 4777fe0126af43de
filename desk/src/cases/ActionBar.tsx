// SPDX-License-Identifier: Apache-2.0
import type { CasePage } from '@lilong/contracts/case-shapes';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { type Key, useT } from '../words.ts';
import { type Asked, isMove, type Mover } from './asked.ts';
import { actsOf, isGrave, movesOf } from './moves.ts';
import { UndoButton } from './UndoButton.tsx';

interface ActionBarProps {
  readonly page: CasePage;
  readonly mover: Mover;
}

/** Exactly the buttons that the server says this post may press now; the first is the one thing to do next. */
export function ActionBar({ page, mover }: ActionBarProps): ReactNode {
  const t = useT();
  const { line } = page;
  const buttons: Exclude<Asked, undefined>[] = [
    ...movesOf(line),
    ...otherOf(page),
    ...actsOf(line),
  ];
  if (buttons.length === 0 && page.undoUntil === null) return null;
  return (
    <div className="bar">
      <Refused problem={mover.refusal} />
      <div className="bar-buttons">
        {buttons.map((name) => (
          <Button
            key={name}
            type={name === mover.primary ? 'primary' : 'default'}
            danger={isMove(name) && isGrave(name)}
            loading={mover.pending && name === mover.primary}
            className={name === mover.primary ? 'bar-primary' : ''}
            onClick={() => mover.press(name)}
          >
            {t(wordsOf(name))}
            {name === mover.primary && (
              <span className="bar-key" aria-hidden="true">
                ⏎
              </span>
            )}
          </Button>
        ))}
        {page.undoUntil !== null && <UndoButton refNo={line.ref} until={page.undoUntil} />}
      </div>
    </div>
  );
}

/** Where one organisation is proposed, `派遣` sends it there at once, and this button is for another. */
const otherOf = ({ line, proposals }: CasePage): Exclude<Asked, undefined>[] =>
  line.can.dispatch === true && proposals.length === 1 ? ['dispatch_other'] : [];

export function wordsOf(name: Exclude<Asked, undefined>): Key {
  if (name === 'dispatch_other') return 'dispatch.other';
  return isMove(name) ? `move.${name}` : `act.${name}`;
}
