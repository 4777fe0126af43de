// SPDX-License-Identifier: Apache-2.0
import { retireWindow, setWindow } from '@lilong/contracts/counters-hall';
import { useWrite } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { useSettleFirst } from './SettleFirst.tsx';
import type { Hall } from './said.ts';

interface WindowEditProps {
  readonly centre: number;
  readonly window: Hall['windows'][number];
  readonly onDone: () => void;
}

/** Names a window, or takes it away. Taking away is asked once more: its number is not given again. */
export function WindowEdit({ centre, window, onDone }: WindowEditProps): ReactNode {
  const t = useT();
  const set = useWrite(setWindow, { refreshes: ['counters'] });
  const gone = useWrite(retireWindow, { refreshes: ['counters'] });
  const [name, setName] = useState(window.name);
  const [asked, setAsked] = useState(false);
  const { first, pending, question } = useSettleFirst(centre);
  const no = { window: window.window };
  async function keep(): Promise<void> {
    if ((await set.send({ ...no, name: name.trim() })) !== undefined) onDone();
  }
  const retire = () => first({ window: no }, (settle) => void gone.send({ ...no, settle }));
  return (
    <form
      className="hall-edit"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') void keep();
      }}
    >
      <TextField
        label={t('hall.window-name')}
        value={name}
        maxLength={20}
        problem={blames(set.refusal, 'name')}
        onChange={setName}
      />
      <Button htmlType="submit" loading={set.pending} disabled={name.trim() === ''}>
        {t('hall.keep')}
      </Button>
      <Button
        danger={asked}
        loading={pending || gone.pending}
        onClick={() => (asked ? retire() : setAsked(true))}
      >
        {t(asked ? 'hall.retire-yes' : 'hall.retire', { window: window.name })}
      </Button>
      <Button onClick={onDone}>{t('form.cancel')}</Button>
      <Refused problem={restOf(set.refusal, 'name') ?? gone.refusal} />
      {question}
    </form>
  );
}
