// SPDX-License-Identifier: Apache-2.0
import { type Delivery, deliveries } from '@lilong/contracts/affair-items';
import { deliverAffair } from '@lilong/contracts/affair-work';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { Cards } from '../parts/Cards.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { useT } from '../words.ts';
import type { ActFormProps } from './ActForm.tsx';
import { said, useWriting } from './drafts.ts';
import { SaidField } from './SaidField.tsx';
import { useAct } from './use-act.ts';

/** 送达: how it reached whoever applied. What they wished stands chosen. */
export function DeliverForm({ page, onDone, onCancel }: ActFormProps): ReactNode {
  const t = useT();
  const writing = useWriting(page.ref, 'deliver');
  const [by, setBy] = useState<Delivery>(page.deliverBy ?? 'window');
  const acting = useAct(deliverAffair, page, () => {
    writing.forget();
    onDone();
  });
  const words = said(writing.draft.words);
  return (
    <DockForm
      title={t('affairmove.deliver')}
      submit={t('affairmove.deliver')}
      pending={acting.pending}
      blocked={page.can.deliver !== true}
      problem={restOf(acting.refusal, 'by', 'words')}
      onSubmit={() => void acting.send({ by, ...(words === undefined ? {} : { words }) })}
      onCancel={onCancel}
    >
      <Cards
        legend={t('affairs.deliver-by')}
        name="by"
        value={by}
        options={deliveries.map((value) => ({
          value,
          title: t(`delivery.${value}`),
          ...(value === page.deliverBy ? { note: t('affairs.wished') } : {}),
        }))}
        problem={blames(acting.refusal, 'by')}
        onChange={setBy}
      />
      <SaidField
        name="words"
        need="may"
        label={t('affairs.deliver-words')}
        maxLength={200}
        writing={writing}
        problem={acting.refusal}
      />
    </DockForm>
  );
}
