// SPDX-License-Identifier: Apache-2.0
import { callHard } from '@lilong/contracts/ratings';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { ActProps } from './Acts.tsx';

/** Fifteen working days from the rating, once, with a reason. */
export function HardForm({ page, onDone }: ActProps): ReactNode {
  const t = useT();
  const write = useWrite(callHard, { refreshes: ['ratings'] });
  const [words, setWords] = useState('');
  const { ref, version } = page;
  async function submit(): Promise<void> {
    if ((await write.send({ ref, version, words: words.trim() })) !== undefined) onDone();
  }
  return (
    <DockForm
      title={t('ratings.act-hard')}
      submit={t('ratings.save')}
      pending={write.pending}
      problem={restOf(write.refusal, 'words')}
      onSubmit={() => void submit()}
      onCancel={onDone}
    >
      <TextField
        label={t('ratings.why-hard')}
        hint={t('ratings.words-told')}
        problem={blames(write.refusal, 'words')}
        maxLength={500}
        lines={2}
        value={words}
        onChange={setWords}
      />
    </DockForm>
  );
}
