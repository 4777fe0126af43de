// SPDX-License-Identifier: Apache-2.0
import type { PersonCard } from '@lilong/contracts/registry';
import { moveOut } from '@lilong/contracts/registry-moves';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { dayAfter } from '../parts/days.ts';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { Finish } from './CardFrame.tsx';

interface PersonActProps {
  readonly card: PersonCard;
  readonly finish: Finish;
}

/** 迁出: the last day here; today unless said otherwise. */
export function MoveOutForm({ card, finish }: PersonActProps): ReactNode {
  const t = useT();
  const write = useWrite(moveOut, { refreshes: ['registry'] });
  const [on, setOn] = useState(dayAfter(0));
  const submit = async () =>
    (await write.send({ person: card.person, on })) !== undefined && finish(t('move-out.done'));
  return (
    <DockForm
      title={t('move-out.title', { name: card.name })}
      submit={t('move-out.submit')}
      pending={write.pending}
      problem={restOf(write.refusal, 'on')}
      onSubmit={() => void submit()}
      onCancel={() => finish()}
    >
      <TextField
        label={t('move-out.on')}
        hint={t('move-out.hint')}
        type="date"
        problem={blames(write.refusal, 'on')}
        value={on}
        onChange={setOn}
      />
    </DockForm>
  );
}
