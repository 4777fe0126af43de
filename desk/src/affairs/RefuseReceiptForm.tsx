// SPDX-License-Identifier: Apache-2.0
import { refuseReceipt } from '@lilong/contracts/affair-work';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import type { ActFormProps } from './ActForm.tsx';
import { useWriting } from './drafts.ts';
import { SaidForm } from './SaidForm.tsx';
import { useAct } from './use-act.ts';

/** 不予受理, in writing: why, and what one can do about it. */
export function RefuseReceiptForm({ page, onDone, onCancel }: ActFormProps): ReactNode {
  const t = useT();
  const writing = useWriting(page.ref, 'refuse_receipt');
  const acting = useAct(refuseReceipt, page, () => {
    writing.forget();
    onDone();
  });
  const { reason = '', remedy = '' } = writing.draft;
  return (
    <SaidForm
      title={t('affairmove.refuse_receipt')}
      asks={[{ name: 'reason' }, { name: 'remedy' }]}
      writing={writing}
      acting={acting}
      grave
      blocked={page.can.refuse_receipt !== true}
      onSubmit={() => void acting.send({ reason: reason.trim(), remedy: remedy.trim() })}
      onCancel={onCancel}
    />
  );
}
