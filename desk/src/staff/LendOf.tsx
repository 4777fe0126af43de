// SPDX-License-Identifier: Apache-2.0
import { lendPostOf, listBorrowers } from '@lilong/contracts/identity';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import type { ReactNode } from 'react';
import { LendForm } from '../account/LendForm.tsx';
import { Refused } from '../parts/Refused.tsx';
import { useT } from '../words.ts';

interface LendOfProps {
  readonly post: number;
  readonly onDone: () => void;
}

/** Proposes to lend the post of somebody who cannot do it; it holds once it is approved. */
export function LendOf({ post, onDone }: LendOfProps): ReactNode {
  const t = useT();
  const read = useRead(listBorrowers, { post });
  const { send, refusal, pending } = useWrite(lendPostOf, { refreshes: ['staff'] });
  return (
    <div className="post-acts">
      <p>{t('staff.lend-how')}</p>
      {read.error !== null && <Refused problem={read.error.problem} />}
      <LendForm
        people={read.data?.people}
        problem={refusal}
        pending={pending}
        label={t('staff.propose')}
        onLend={async (loan) => {
          const done = (await send({ post, ...loan })) !== undefined;
          if (done) onDone();
          return done;
        }}
        onCancel={onDone}
      />
    </div>
  );
}
