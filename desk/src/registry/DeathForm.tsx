// SPDX-License-Identifier: Apache-2.0
import type { PersonCard } from '@lilong/contracts/registry';
import { recordDeath } from '@lilong/contracts/registry-moves';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { dayAfter } from '../parts/days.ts';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { Finish } from './CardFrame.tsx';

interface DeathFormProps {
  readonly card: PersonCard;
  readonly finish: Finish;
}
const follows = ['home', 'list', 'household', 'owns'] as const;

/** 去世: says what follows, and asks once. */
export function DeathForm({ card, finish }: DeathFormProps): ReactNode {
  const t = useT();
  const write = useWrite(recordDeath, { refreshes: ['registry'] });
  const [on, setOn] = useState(dayAfter(0));
  const { person, name } = card;
  const submit = async () => (await write.send({ person, on })) !== undefined && finish();
  return (
    <DockForm
      title={t('death.title', { name })}
      submit={t('death.submit')}
      grave
      pending={write.pending}
      problem={restOf(write.refusal, 'on')}
      onSubmit={() => void submit()}
      onCancel={() => finish()}
    >
      <div className="reg-follows">
        <p>{t('death.follows')}</p>
        <ul>
          {follows.map((what) => (
            <li key={what}>{t(`death.follows.${what}`, { name })}</li>
          ))}
        </ul>
      </div>
      <TextField
        label={t('death.on')}
        type="date"
        problem={blames(write.refusal, 'on')}
        value={on}
        onChange={setOn}
      />
    </DockForm>
  );
}
