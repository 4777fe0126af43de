// SPDX-License-Identifier: Apache-2.0
import { askDelay } from '@lilong/contracts/case-work';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { endOfDay } from '../parts/days.ts';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { ActFormProps } from './ActionForm.tsx';
import { DockForm } from './DockForm.tsx';

interface DelayFormProps extends ActFormProps {
  readonly kind: 'extension' | 'suspension';
}

/** Asks for more time (延期), or for the clock to stop until a day (挂账). */
export function DelayForm({ page, kind, onDone }: DelayFormProps): ReactNode {
  const t = useT();
  const write = useWrite(askDelay, { refreshes: ['cases'] });
  const [day, setDay] = useState('');
  const [reason, setReason] = useState('');
  const submit = async () => {
    const until = day === '' ? '' : endOfDay(day);
    if ((await write.send({ ref: page.line.ref, kind, until, reason })) !== undefined) onDone();
  };
  return (
    <DockForm
      title={t(`act.ask_${kind}`)}
      submit={t('delay.send')}
      pending={write.pending}
      problem={restOf(write.refusal, 'until', 'reason')}
      onSubmit={() => void submit()}
      onCancel={onDone}
    >
      <TextField
        label={t('need.until')}
        hint={t(`delay.hint.${kind}`)}
        problem={blames(write.refusal, 'until')}
        type="date"
        value={day}
        onChange={setDay}
      />
      <TextField
        label={t('need.reason')}
        problem={blames(write.refusal, 'reason')}
        lines={2}
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
    </DockForm>
  );
}
