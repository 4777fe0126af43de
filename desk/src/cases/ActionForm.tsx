// SPDX-License-Identifier: Apache-2.0
import type { CasePage } from '@lilong/contracts/case-shapes';
import type { ReactNode } from 'react';
import { ReleaseForm, SuperviseForm, UnmergeForm } from './ActForms.tsx';
import { AppealForm } from './Appeal.tsx';
import { AskForm } from './AskForm.tsx';
import { type Asked, isMove } from './asked.ts';
import { DelayForm } from './DelayForm.tsx';
import { MergeForm } from './MergeForm.tsx';
import { MoveForm } from './MoveForm.tsx';
import { OrderForm } from './OrderForm.tsx';

export interface ActFormProps {
  readonly page: CasePage;
  readonly onDone: () => void;
}
interface ActionFormProps extends ActFormProps {
  readonly asked: Exclude<Asked, undefined>;
  readonly onMoved: (ref: string) => void;
}

/** The form of a move or an act, in place of the buttons. */
export function ActionForm({ asked, page, onDone, onMoved }: ActionFormProps): ReactNode {
  const common = { page, onDone };
  if (asked === 'dispatch_other') return <MoveForm {...common} move="dispatch" onMoved={onMoved} />;
  if (isMove(asked)) return <MoveForm {...common} move={asked} onMoved={onMoved} />;
  switch (asked) {
    case 'ask':
      return <AskForm {...common} />;
    case 'supervise':
      return <SuperviseForm {...common} />;
    case 'release':
      return <ReleaseForm {...common} />;
    case 'merge':
      return <MergeForm {...common} />;
    case 'unmerge':
      return <UnmergeForm {...common} />;
    case 'ask_extension':
      return <DelayForm {...common} kind="extension" />;
    case 'ask_suspension':
      return <DelayForm {...common} kind="suspension" />;
    case 'appeal':
      return <AppealForm {...common} />;
    case 'print_order':
      return <OrderForm {...common} />;
    default:
      return null;
  }
}
