// SPDX-License-Identifier: Apache-2.0
import { signIn } from '@lilong/contracts/identity';
import { useWrite } from '@lilong/ui/client.ts';
import { Mark } from '@lilong/ui/Icons.tsx';
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { useSessionChange } from './session.ts';

/** The door of the desk. It stands at whatever address was asked for, and opens onto it. */
export function SignIn({ demo }: { readonly demo: boolean }): ReactNode {
  const t = useT();
  return (
    <main className="door" id="main">
      <div className="door-card">
        <Mark size={56} />
        <h1>{t('door.title')}</h1>
        <p className="door-lead">{t('door.lead')}</p>
        <SignInForm />
        {demo && (
          <p className="door-demo">
            <span className="demo-mark">{t('demo.mark')}</span> {t('door.demo')}{' '}
            <a href="/">{t('door.landing')}</a>
          </p>
        )}
        <p className="door-foot">
          {t('door.forgot')} <LanguageSwitch />
        </p>
      </div>
    </main>
  );
}

function SignInForm(): ReactNode {
  const t = useT();
  const entered = useSessionChange();
  const write = useWrite(signIn);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if ((await write.send({ login, password })) !== undefined) await entered();
  }
  const problem = write.refusal;
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate>
      <Refused problem={restOf(problem, 'login', 'password')} />
      <TextField
        label={t('door.login')}
        problem={blames(problem, 'login')}
        autoComplete="username"
        value={login}
        onChange={setLogin}
      />
      <TextField
        label={t('door.password')}
        problem={blames(problem, 'password')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <Button type="primary" htmlType="submit" size="large" block loading={write.pending}>
        {t('door.enter')}
      </Button>
    </form>
  );
}
