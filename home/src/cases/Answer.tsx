// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { answerQuestion } from '@lilong/contracts/cases';
import { useWrite } from '@lilong/ui/client.ts';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Field } from '../parts/Field.tsx';
import { lacking } from '../parts/local.ts';
import { Refused } from '../parts/Refused.tsx';
import { Submit } from '../parts/Submit.tsx';
import { useT } from '../words/use.ts';

interface AnswerProps {
  readonly caseRef: string;
  readonly question: string;
}

/** A question of the office, answered where it stands. */
export function Answer({ caseRef, question }: AnswerProps): ReactNode {
  const t = useT();
  const [words, setWords] = useState('');
  const [mistake, setMistake] = useState<Problem>();
  const answer = useWrite(answerQuestion, { refreshes: ['my'] });
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setMistake(words.trim() === '' ? lacking('words') : undefined);
    if (words.trim() !== '') await answer.send({ ref: caseRef, words: words.trim() });
  }
  const refusal = mistake ?? answer.refusal;
  return (
    <form className="card asked" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t('answer.title')}</h2>
      <blockquote>{question}</blockquote>
      <Field
        name="words"
        label={t('answer.words')}
        rows={3}
        maxLength={1000}
        value={words}
        onChange={setWords}
        refusal={refusal}
      />
      <Refused refusal={refusal} except={['words']} />
      <Submit pending={answer.pending}>{t('answer.send')}</Submit>
    </form>
  );
}
