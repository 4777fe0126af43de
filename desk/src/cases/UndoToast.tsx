// SPDX-License-Identifier: Apache-2.0
import { undoMove } from '@lilong/contracts/case-work';
import { useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useRefusalWords } from '@lilong/ui/words.tsx';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { useKeys } from '../parts/useKeys.ts';
import { useT } from '../words.ts';
import { useNow } from './due.ts';
import { type Undoable, UndoContext } from './undo.ts';

/** Keeps the last move that can be taken back, on whatever page one goes to meanwhile. */
export function UndoProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [last, setLast] = useState<Undoable>();
  const undo = useMemo(() => ({ offer: setLast }), []);
  return (
    <UndoContext value={undo}>
      {children}
      {last !== undefined && (
        <Toast key={`${last.ref} ${last.until}`} last={last} onOver={() => setLast(undefined)} />
      )}
    </UndoContext>
  );
}

interface ToastProps {
  readonly last: Undoable;
  readonly onOver: () => void;
}

/** 已派遣「…」 · 撤销 (52 秒). */
function Toast({ last, onOver }: ToastProps): ReactNode {
  const t = useT();
  const say = useRefusalWords();
  const write = useWrite(undoMove, { refreshes: ['cases'] });
  const seconds = Math.ceil((Date.parse(last.until) - useNow(1000)) / 1000);
  const go = useNavigate();
  const inInbox = useRouterState({ select: ({ location }) => location.pathname === '/' });
  const undo = async () => {
    if ((await write.send({ ref: last.ref })) === undefined) return;
    if (inInbox) void go({ to: '/', search: (now) => ({ ...now, case: last.ref }), replace: true });
    onOver();
  };
  useKeys({ u: () => void undo() });
  if (seconds <= 0 && write.refusal === undefined) return null;
  return (
    <div className="toast">
      <p role="status">
        <Icon name={write.refusal === undefined ? 'check' : 'warning'} size={18} />
        {write.refusal === undefined
          ? t('undo.done', { move: t(`move.${last.move}`), title: last.title })
          : say(write.refusal)}
      </p>
      {write.refusal === undefined && (
        <Button size="small" loading={write.pending} onClick={() => void undo()}>
          {t('act.undo')}{' '}
          <span aria-hidden="true">{t('undo.seconds', { seconds: Math.min(60, seconds) })}</span>
        </Button>
      )}
      <button type="button" className="toast-close" aria-label={t('undo.hide')} onClick={onOver}>
        <Icon name="close" size={16} />
      </button>
    </div>
  );
}
