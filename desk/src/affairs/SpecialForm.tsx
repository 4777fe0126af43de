// SPDX-License-Identifier: Apache-2.0
import { type Procedure, procedures } from '@lilong/contracts/affair-items';
import { beginSpecial } from '@lilong/contracts/affair-work';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { PickField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { ActFormProps } from './ActForm.tsx';
import { useWriting } from './drafts.ts';
import { SaidField } from './SaidField.tsx';
import { useAct } from './use-act.ts';

/** 特别程序 stops the clock; which one, and why, is told in writing. */
export function SpecialForm({ page, onDone, onCancel }: ActFormProps): ReactNode {
  const t = useT();
  const writing = useWriting(page.ref, 'special');
  const [procedure, setProcedure] = useState<Procedure | undefined>('household_visit');
  const acting = useAct(beginSpecial, page, () => {
    writing.forget();
    onDone();
  });
  const reason = writing.draft.reason?.trim() ?? '';
  return (
    <DockForm
      title={t('affairmove.special')}
      submit={t('affairmove.special')}
      pending={acting.pending}
      blocked={page.can.special !== true || procedure === undefined}
      problem={restOf(acting.refusal, 'procedure', 'reason')}
      onSubmit={() => procedure !== undefined && void acting.send({ procedure, reason })}
      onCancel={onCancel}
    >
      <PickField
        label={t('affairs.procedure')}
        value={procedure}
        problem={blames(acting.refusal, 'procedure')}
        options={procedures.map((value) => ({ value, label: t(`procedure.${value}`) }))}
        onChange={setProcedure}
      />
      <SaidField name="reason" writing={writing} problem={acting.refusal} />
    </DockForm>
  );
}
