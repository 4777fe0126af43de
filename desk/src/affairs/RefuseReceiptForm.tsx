// SPDX-License-Identifier: Apache-2.0
import { refuseReceipt } from '@lilong/contracts/affair-work';
import type { ReactNode } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { restOf } from '../parts/Field.tsx';
import { useT } from '../words.ts';
import type { ActFormProps } from './ActForm.tsx';
import { useWriting } from './drafts.ts';
import { SaidField } from './SaidField.tsx';
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
    <DockForm
      title={t('affairmove.refuse_receipt')}
      submit={t('affairmove.refuse_receipt')}
      grave
      pending={acting.pending}
      blocked={page.can.refuse_receipt !== true}
      problem={restOf(acting.refusal, 'reason', 'remedy')}
      onSubmit={() => void acting.send({ reason: reason.trim(), remedy: remedy.trim() })}
      onCancel={onCancel}
    >
      <SaidField name="reason" writing={writing} problem={acting.refusal} />
      <SaidField name="remedy" writing={writing} problem={acting.refusal} />
    </DockForm>
  );
}
