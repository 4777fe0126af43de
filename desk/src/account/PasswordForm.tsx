// SPDX-License-Identifier: Apache-2.0
import { changePassword } from '@lilong/contracts/identity';
import { useWrite } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useSessionChange } from '../shell/session.ts';
import { useT } from '../words.ts';

/** Changes my own password; every other session of mine ends. */
export function PasswordForm(): ReactNode {
  const t = useT();
  const changed = useSessionChange();
  const write = useWrite(changePassword);
  const [current, setCurrent] = useState('');
  const [fresh, setFresh] = useState('');

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if ((await write.send({ current, fresh })) === undefined) return;
    setCurrent('');
    setFresh('');
    await changed();
  }
  const problem = write.refusal;
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <Refused problem={restOf(problem, 'current', 'fresh')} />
      {write.reply !== undefined && (
        <p className="note note-done" role="status">
          {t('password.changed')}
        </p>
      )}
      <TextField
        label={t('password.current')}
        problem={blames(problem, 'current')}
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
      />
      <TextField
        label={t('password.fresh')}
        hint={t('password.hint')}
        problem={blames(problem, 'fresh')}
        type="password"
        autoComplete="new-password"
        value={fresh}
        onChange={setFresh}
      />
      <p>
        <Button type="primary" htmlType="submit" loading={write.pending}>
          {t('password.change')}
        </Button>
      </p>
    </form>
  );
}
