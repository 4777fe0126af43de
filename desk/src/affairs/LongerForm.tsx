// SPDX-License-Identifier: Apache-2.0
import { decideAffairExtension } from '@lilong/contracts/affair-work';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { useLimit } from '../cases/limit.ts';
import { Cards } from '../parts/Cards.tsx';
import { restOf } from '../parts/Field.tsx';
import { useT } from '../words.ts';
import type { ActFormProps } from './ActForm.tsx';
import { said, useWriting } from './drafts.ts';
import { SaidField } from './SaidField.tsx';
import { useAct } from './use-act.ts';

/** Somebody else approves more days, or refuses them. */
export function LongerForm({ page, onDone, onCancel }: ActFormProps): ReactNode {
  const t = useT();
  const limit = useLimit();
  const writing = useWriting(page.ref, 'decide_extension');
  const [answer, setAnswer] = useState<'yes' | 'no'>('yes');
  const acting = useAct(decideAffairExtension, page, () => {
    writing.forget();
    onDone();
  });
  const reason = said(writing.draft.reason);
  const { extension } = page;
  return (
    <DockForm
      title={t('affairs.act.decide_extension')}
      submit={t(answer === 'yes' ? 'affairmove.extend' : 'affairmove.refuse_extension')}
      pending={acting.pending}
      blocked={page.can.decide_extension !== true}
      problem={restOf(acting.refusal, 'reason')}
      onSubmit={() =>
        void acting.send({
          approve: answer === 'yes',
          ...(reason === undefined ? {} : { reason }),
        })
      }
      onCancel={onCancel}
    >
      <Cards
        legend={t('affairs.longer.asked', { days: limit(extension?.days ?? '') })}
        name="approve"
        value={answer}
        options={[
          { value: 'yes', title: t('affairmove.extend') },
          { value: 'no', title: t('affairmove.refuse_extension') },
        ]}
        onChange={setAnswer}
      />
      <SaidField name="reason" need="may" writing={writing} problem={acting.refusal} />
    </DockForm>
  );
}
