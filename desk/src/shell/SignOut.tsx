// SPDX-License-Identifier: Apache-2.0
import { signOut } from '@lilong/contracts/identity';
import { useWrite } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { useSessionChange } from './session.ts';

interface SignOutButtonProps {
  readonly scope?: 'here' | 'everywhere';
}

export function SignOutButton({ scope = 'here' }: SignOutButtonProps): ReactNode {
  const t = useT();
  const left = useSessionChange();
  const write = useWrite(signOut);

  async function leave(): Promise<void> {
    if ((await write.send({ everywhere: scope === 'everywhere' })) !== undefined) await left();
  }
  return (
    <Button loading={write.pending} onClick={() => void leave()}>
      {t(scope === 'here' ? 'account.sign-out' : 'account.sign-out-everywhere')}
    </Button>
  );
}
