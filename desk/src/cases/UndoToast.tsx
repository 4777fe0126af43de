// SPDX-License-Identifier: Apache-2.0
import { Icon } from '@lilong/ui/Icons.tsx';
import { useRefusalWords } from '@lilong/ui/words.tsx';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { useKeys } from '../parts/useKeys.ts';
import { useT } from '../words.ts';
import { useNow } from './due.ts';
import { type Undoable, UndoContext, useUndoing } from './undo.ts';

/** Keeps what was done last and can be taken back, on whatever page one goes to meanwhile. */
export function UndoProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [last, setLast] = useState<Undoable>();
  const undo = useMemo(() => ({ offer: setLast }), []);
  return (
    <UndoContext value={undo}>
      {children}
      {last !== undefined && (
        <Toast
          key={`${last.refs.join()} ${last.until}`}
          last={last}
          onOver={() => setLast(undefined)}
        />
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
  const { pending, refusal, take } = useUndoing();
  const seconds = useSecondsTo(last.until);
  const go = useNavigate();
  const inInbox = useRouterState({ select: ({ location }) => location.pathname === '/' });
  const undo = async () => {
    if (pending || !(await take(last))) return;
    last.onUndone?.();
    const [ref] = last.refs;
    if (inInbox && ref !== undefined)
      void go({ to: '/', search: (now) => ({ ...now, case: ref }), replace: true });
    onOver();
  };
  useKeys({ u: seconds > 0 ? () => void undo() : undefined });
  if (seconds <= 0 && refusal === undefined) return null;
  return (
    <div className="toast">
      <p role="status">
        <Icon name={refusal === undefined ? 'check' : 'warning'} size={18} />
        {refusal === undefined ? last.said : say(refusal)}
      </p>
      {refusal === undefined && (
        <Button size="small" loading={pending} onClick={() => void undo()}>
          {t(last.refs.length > 1 ? 'undo.all' : 'act.undo', { count: last.refs.length })}{' '}
          <span aria-hidden="true">{t('undo.seconds', { seconds })}</span>
        </Button>
      )}
      <button type="button" className="toast-close" aria-label={t('undo.hide')} onClick={onOver}>
        <Icon name="close" size={16} />
      </button>
    </div>
  );
}

/** Whole seconds that are left, sixty at most: the desk's own clock may be slow. */
export function useSecondsTo(until: string): number {
  return Math.min(60, Math.ceil((Date.parse(until) - useNow(1000)) / 1000));
}
