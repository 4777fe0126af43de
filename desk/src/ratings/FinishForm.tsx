// SPDX-License-Identifier: Apache-2.0
import { type RatingResult, ratingResults } from '@lilong/contracts/rating-flow';
import { finishRating } from '@lilong/contracts/ratings';
import { useWrite } from '@lilong/ui/client.ts';
import { type ReactNode, useState } from 'react';
import { useT } from '../words.ts';
import type { ActProps } from './Acts.tsx';
import { Choose } from './Choose.tsx';
import { SayForm } from './SayForm.tsx';

/** What was put right, or explained. */
export function FinishForm({ page: { ref, version }, onDone }: ActProps): ReactNode {
  const t = useT();
  const write = useWrite(finishRating, { refreshes: ['ratings'] });
  const [result, setResult] = useState<RatingResult>();
  return (
    <SayForm
      title="ratings.act-finish"
      ask="ratings.done-what"
      blocked={result === undefined}
      write={write}
      onSend={async (words) => result && write.send({ ref, version, result, words })}
      onDone={onDone}
    >
      <Choose
        label={t('ratings.result')}
        value={result}
        onChange={setResult}
        options={ratingResults.map((one) => ({ value: one, words: t(`ratings.result-${one}`) }))}
      />
    </SayForm>
  );
}
