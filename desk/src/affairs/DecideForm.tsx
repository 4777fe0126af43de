// SPDX-License-Identifier: Apache-2.0
import { type Decision, decideAffair } from '@lilong/contracts/affair-work';
import type { ReactNode } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { restOf } from '../parts/Field.tsx';
import { useT } from '../words.ts';
import type { ActFormProps } from './ActForm.tsx';
import { isGrave } from './acts.ts';
import { said, useWriting } from './drafts.ts';
import { SaidField } from './SaidField.tsx';
import { useAct } from './use-act.ts';

interface DecideFormProps extends ActFormProps {
  readonly decision: Decision;
}

/** How it ends: granted with or without words, refused with reason and remedy, given back or voided with a reason. */
export function DecideForm({ decision, page, onDone, onCancel }: DecideFormProps): ReactNode {
  const t = useT();
  const writing = useWriting(page.ref, decision);
  const acting = useAct(decideAffair, page, () => {
    writing.forget();
    onDone();
  });
  const { refusal } = acting;
  function send(): void {
    const reason = said(writing.draft.reason);
    const remedy = said(writing.draft.remedy);
    void acting.send({
      decision,
      ...(reason === undefined ? {} : { reason }),
      ...(remedy === undefined || decision !== 'refuse' ? {} : { remedy }),
    });
  }
  return (
    <DockForm
      title={t(`affairmove.${decision}`)}
      submit={t(`affairmove.${decision}`)}
      grave={isGrave(decision)}
      pending={acting.pending}
      blocked={page.can[decision] !== true}
      problem={restOf(refusal, 'reason', 'remedy')}
      onSubmit={send}
      onCancel={onCancel}
    >
      <SaidField
        name="reason"
        need={decision === 'grant' ? 'may' : 'must'}
        writing={writing}
        problem={refusal}
        {...(decision === 'grant' ? { label: t('affairs.say.grant') } : {})}
      />
      {decision === 'refuse' && <SaidField name="remedy" writing={writing} problem={refusal} />}
    </DockForm>
  );
}
