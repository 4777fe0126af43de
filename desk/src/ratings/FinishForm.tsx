// SPDX-License-Identifier: Apache-2.0
import { type RatingResult, ratingResults } from '@lilong/contracts/rating-flow';
import { finishRating } from '@lilong/contracts/ratings';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { DockForm } from '../cases/DockForm.tsx';
import { blames, restOf } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { ActProps } from './Acts.tsx';
import { Choose } from './Choose.tsx';

/** What was put right, or explained. */
export function FinishForm({ page, onDone }: ActProps): ReactNode {
  const t = useT();
  const write = useWrite(finishRating, { refreshes: ['ratings'] });
  const [result, setResult] = useState<RatingResult>();
  const [words, setWords] = useState('');
  const { ref, version } = page;
  async function submit(): Promise<void> {
    if (result === undefined) return;
    const sent = await write.send({ ref, version, result, words: words.trim() });
    if (sent !== undefined) onDone();
  }
  return (
    <DockForm
      title={t('ratings.act-finish')}
      submit={t('ratings.save')}
      pending={write.pending}
      blocked={result === undefined}
      problem={restOf(write.refusal, 'words')}
      onSubmit={() => void submit()}
      onCancel={onDone}
    >
      <Choose
        label={t('ratings.result')}
        value={result}
        onChange={setResult}
        options={ratingResults.map((one) => ({ value: one, words: t(`ratings.result-${one}`) }))}
      />
      <TextField
        label={t('ratings.done-what')}
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
