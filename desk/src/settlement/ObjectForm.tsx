// SPDX-License-Identifier: Apache-2.0
import { objectLine } from '@lilong/contracts/settlement';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';

interface ObjectFormProps {
  readonly line: number;
  readonly onDone: () => void;
}

/** What is wrong with a line, for the other side to answer. */
export function ObjectForm({ line, onDone }: ObjectFormProps): ReactNode {
  const t = useT();
  const [reason, setReason] = useState('');
  const write = useWrite(objectLine, { refreshes: ['settlement'] });
  async function send(): Promise<void> {
    if ((await write.send({ line, reason: reason.trim() })) !== undefined) onDone();
  }
  return (
    <DockForm
      title={t('settlement.object-title')}
      submit={t('settlement.object')}
      pending={write.pending}
      problem={restOf(write.refusal, 'reason')}
      onSubmit={() => void send()}
      onCancel={onDone}
    >
      <TextField
        label={t('settlement.reason')}
        lines={2}
        maxLength={500}
        value={reason}
        onChange={setReason}
        problem={blames(write.refusal, 'reason')}
      />
    </DockForm>
  );
}
