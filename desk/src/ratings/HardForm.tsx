// SPDX-License-Identifier: Apache-2.0
import { callHard } from '@lilong/contracts/ratings';
import { useWrite } from '@lilong/ui/client.ts';
import type { ReactNode } from 'react';
import type { ActProps } from './Acts.tsx';
import { SayForm } from './SayForm.tsx';

/** Fifteen working days from the rating, once, with a reason. */
export function HardForm({ page: { ref, version }, onDone }: ActProps): ReactNode {
  const write = useWrite(callHard, { refreshes: ['ratings'] });
  return (
    <SayForm
      title="ratings.act-hard"
      ask="ratings.why-hard"
      write={write}
      onSend={(words) => write.send({ ref, version, words })}
      onDone={onDone}
    />
  );
}
