// SPDX-License-Identifier: Apache-2.0
import { type At, closeDoor, type DoorPlace } from '@lilong/contracts/registry-doors';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { dayOf } from '../parts/days.ts';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import type { Finish } from '../registry/CardFrame.tsx';
import { useT } from '../words.ts';

interface CloseFormProps {
  readonly at: At;
  readonly here: DoorPlace;
  readonly finish: Finish;
}

/** It is no more from a day on; refused while somebody lives there. */
export function CloseForm({ at, here, finish }: CloseFormProps): ReactNode {
  const t = useT();
  const write = useWrite(closeDoor, { refreshes: ['registry'] });
  const [on, setOn] = useState(dayOf(new Date()));
  const submit = async () =>
    (await write.send({ ...at, on })) !== undefined && finish(t('doors.close-done'));
  return (
    <DockForm
      title={t('doors.close-title', { line: here.line })}
      submit={t('doors.close-submit')}
      grave
      pending={write.pending}
      problem={restOf(write.refusal, 'on')}
      onSubmit={() => void submit()}
      onCancel={() => finish()}
    >
      <p>{t('doors.close-what', { doors: here.doors, homes: here.homes })}</p>
      <TextField
        label={t('doors.close-on')}
        type="date"
        problem={blames(write.refusal, 'on')}
        value={on}
        onChange={setOn}
      />
    </DockForm>
  );
}
