// SPDX-License-Identifier: Apache-2.0
import { type Decision, decideAffair } from '@lilong/contracts/affair-work';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import type { ActFormProps } from './ActForm.tsx';
import { isGrave } from './acts.ts';
import { said, useWriting } from './drafts.ts';
import { type Asked, SaidForm } from './SaidForm.tsx';
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
  const reason: Asked =
    decision === 'grant'
      ? { name: 'reason', need: 'may', label: t('affairs.say.grant') }
      : { name: 'reason' };
  const asks: Asked[] = decision === 'refuse' ? [reason, { name: 'remedy' }] : [reason];
  function send(): void {
    const why = said(writing.draft.reason);
    const remedy = said(writing.draft.remedy);
    void acting.send({
      decision,
      ...(why === undefined ? {} : { reason: why }),
      ...(remedy === undefined || decision !== 'refuse' ? {} : { remedy }),
    });
  }
  return (
    <SaidForm
      title={t(`affairmove.${decision}`)}
      asks={asks}
      writing={writing}
      acting={acting}
      grave={isGrave(decision)}
      blocked={page.can[decision] !== true}
      onSubmit={send}
      onCancel={onCancel}
    />
  );
}
