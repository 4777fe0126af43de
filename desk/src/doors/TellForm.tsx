// SPDX-License-Identifier: Apache-2.0
// A committee tells its street of a door that is missing: one field, as the street has it.
import { type AddressPart, type At, tellDoor } from '@lilong/contracts/registry-doors';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import type { Finish } from '../registry/CardFrame.tsx';
import { useT } from '../words.ts';
import { hintOf } from './AddForm.tsx';

interface TellFormProps {
  /** Beneath what. */
  readonly at: At;
  readonly part: AddressPart | undefined;
  readonly finish: Finish;
}

export function TellForm({ at, part, finish }: TellFormProps): ReactNode {
  const t = useT();
  const write = useWrite(tellDoor, { refreshes: ['registry'] });
  const [name, setName] = useState('');
  const submit = async () => {
    const told = await write.send({ ...at, name: name.trim() });
    if (told !== undefined) finish(t('door-hints.told', { line: told.line }));
  };
  return (
    <DockForm
      title={t('door-hints.missing')}
      submit={t('door-hints.tell')}
      pending={write.pending}
      problem={restOf(write.refusal, 'name')}
      onSubmit={() => void submit()}
      onCancel={() => finish()}
    >
      <TextField
        label={t('doors.name')}
        hint={t(part === undefined ? 'doors.name-hint' : `doors.name-hint.${hintOf(part)}`)}
        maxLength={100}
        problem={blames(write.refusal, 'name')}
        value={name}
        onChange={setName}
      />
    </DockForm>
  );
}
