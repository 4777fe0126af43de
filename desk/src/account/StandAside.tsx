// SPDX-License-Identifier: Apache-2.0
// 回避: I say once which identity card is mine; matters of my household go to colleagues then.
import { ownTie, sayTie } from '@lilong/contracts/registry-ties';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useMoment } from '@lilong/ui/words.tsx';
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';

export function StandAside(): ReactNode {
  const t = useT();
  const say = useMoment();
  const [again, setAgain] = useState(false);
  const { data, error, refetch } = useRead(ownTie, {});
  const said = data !== undefined && data.since !== null;
  return (
    <section className="sheet-card" aria-labelledby="stand-aside">
      <h2 id="stand-aside">{t('tie.title')}</h2>
      <p>{t('tie.how')}</p>
      {error !== null && <Refused problem={error.problem} again={() => void refetch()} />}
      {said && (
        <p className="note note-done" role="status">
          <Icon name="check" size={18} />
          <span>
            {t('tie.said', { number: data.number ?? '', day: say(data.since ?? '', 'day') })}
          </span>
        </p>
      )}
      {said && !again && <Button onClick={() => setAgain(true)}>{t('tie.again')}</Button>}
      {data !== undefined && (!said || again) && <Say onSaid={() => setAgain(false)} />}
    </section>
  );
}

function Say({ onSaid }: { readonly onSaid: () => void }): ReactNode {
  const t = useT();
  const write = useWrite(sayTie, { refreshes: ['me/tie'] });
  const [number, setNumber] = useState('');
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if ((await write.send({ number: number.trim() })) !== undefined) onSaid();
  }
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <Refused problem={restOf(write.refusal, 'number')} />
      <TextField
        label={t('tie.number')}
        hint={t('tie.hint')}
        problem={blames(write.refusal, 'number')}
        maxLength={30}
        value={number}
        onChange={setNumber}
      />
      <p>
        <Button htmlType="submit" loading={write.pending}>
          {t('tie.say')}
        </Button>
      </p>
    </form>
  );
}
