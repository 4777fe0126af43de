// SPDX-License-Identifier: Apache-2.0
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from '../parts/Refused.tsx';
import { useKeys } from '../parts/useKeys.ts';
import { useT } from '../words.ts';
import { useSecondsTo } from './UndoToast.tsx';
import { useUndoing } from './undo.ts';

interface UndoButtonProps {
  readonly refNo: string;
  readonly until: string;
}

/** Takes back my last move on this case; it outlives the toast and a reload, and each case of several has its own. */
export function UndoButton({ refNo, until }: UndoButtonProps): ReactNode {
  const t = useT();
  const { pending, refusal, take } = useUndoing();
  const seconds = useSecondsTo(until);
  const undo = () => void (!pending && take({ refs: [refNo], by: 'undo' }));
  useKeys({ u: seconds > 0 ? undo : undefined });
  if (refusal !== undefined) return <Refused problem={refusal} />;
  if (seconds <= 0) return null;
  return (
    <Button loading={pending} onClick={undo}>
      {t('act.undo')} <span aria-hidden="true">{t('undo.seconds', { seconds })}</span>
    </Button>
  );
}
