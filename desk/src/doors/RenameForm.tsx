// SPDX-License-Identifier: Apache-2.0
import { type At, type DoorPlace, renameDoor } from '@lilong/contracts/registry-doors';
import { useWrite } from '@lilong/ui/client.ts';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import type { Finish } from '../registry/CardFrame.tsx';
import { useT } from '../words.ts';

interface RenameFormProps {
  readonly at: At;
  readonly here: DoorPlace;
  readonly finish: Finish;
}

export function RenameForm({ at, here, finish }: RenameFormProps): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const write = useWrite(renameDoor, { refreshes: ['registry'] });
  const [name, setName] = useState(here.name);
  const submit = async () => {
    const done = await write.send({ ...at, name: name.trim() });
    if (done === undefined) return;
    if (at.path !== undefined) void navigate({ to: '/doors', search: { path: done.line } });
    else if (at.unit !== undefined)
      void navigate({ to: '/doors', search: { ...at, unit: name.trim() } });
    else finish(t('doors.renamed', { line: done.line }));
  };
  return (
    <DockForm
      title={t('doors.rename-title', { line: here.line })}
      submit={t('doors.rename-submit')}
      pending={write.pending}
      problem={restOf(write.refusal, 'name')}
      onSubmit={() => void submit()}
      onCancel={() => finish()}
    >
      <TextField
        label={t('doors.rename-name')}
        hint={t('doors.rename-what', { doors: here.doors, homes: here.homes })}
        maxLength={60}
        problem={blames(write.refusal, 'name')}
        value={name}
        onChange={setName}
      />
    </DockForm>
  );
}
