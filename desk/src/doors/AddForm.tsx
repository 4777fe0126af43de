// SPDX-License-Identifier: Apache-2.0
import { type AddressPart, type At, putDoor } from '@lilong/contracts/registry-doors';
import { useWrite } from '@lilong/ui/client.ts';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { PickField, TextField } from '../parts/TextField.tsx';
import type { Finish } from '../registry/CardFrame.tsx';
import { useT } from '../words.ts';
import { atOf } from './search.ts';

interface AddFormProps {
  /** Beneath what. */
  readonly at: At;
  readonly part: AddressPart | undefined;
  readonly places: readonly { readonly place: number; readonly name: string }[];
  readonly finish: Finish;
}

/** One field: what is written behind what is open, or the whole address. Its committee is asked where it is not plain. */
export function AddForm({ at, part, places, finish }: AddFormProps): ReactNode {
  const t = useT();
  const write = useWrite(putDoor, { refreshes: ['registry'] });
  const [name, setName] = useState('');
  const [place, setPlace] = useState<number>();
  const unclear = blames(write.refusal, 'place');
  const asks =
    unclear !== undefined || place !== undefined || (part !== undefined && places.length > 1);
  const submit = async () => {
    const of = place === undefined ? {} : { place };
    const made = await write.send({ ...at, name: name.trim(), ...of });
    if (made === undefined) return;
    const there = atOf({ path: null, address: made.address, unit: null, home: made.home });
    finish(
      <>
        {t('doors.added')}{' '}
        <Link to="/doors" search={there} lang="zh-CN">
          {made.line}
        </Link>
      </>,
    );
  };
  return (
    <DockForm
      title={t(part === undefined ? 'doors.add' : 'doors.add-below')}
      submit={t('doors.add-submit')}
      pending={write.pending}
      problem={restOf(write.refusal, 'name', 'place')}
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
      {asks && (
        <PickField
          label={t('doors.place')}
          problem={unclear}
          value={place}
          options={places.map((one) => ({ value: one.place, label: one.name }))}
          onChange={setPlace}
        />
      )}
    </DockForm>
  );
}

/** Which words tell what may be typed beneath a part. */
export function hintOf(part: AddressPart): 'road' | 'lane' | 'door' | 'unit' {
  if (part === 'road') return 'road';
  if (part === 'unit' || part === 'room') return 'unit';
  return part === 'number' || part === 'building' ? 'door' : 'lane';
}
