// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { localProblem } from '@lilong/ui/client.ts';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Field } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { Submit } from '../parts/Submit.tsx';
import { useT } from '../words/use.ts';
import { Radios } from './Radios.tsx';
import type { SaidAnswer, Sending } from './said.ts';

type YesNo = 'yes' | 'no';

/** 解决 and 满意, each by itself: something can be solved and badly done. */
export function AnswerForm({ answer }: { readonly answer: Sending<SaidAnswer> }): ReactNode {
  const t = useT();
  const [solved, setSolved] = useState<YesNo>();
  const [satisfied, setSatisfied] = useState<YesNo>();
  const [words, setWords] = useState('');
  const [missing, setMissing] = useState<'solved' | 'satisfied'>();
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const lacks = solved === undefined ? 'solved' : 'satisfied';
    setMissing(solved === undefined || satisfied === undefined ? lacks : undefined);
    if (solved === undefined || satisfied === undefined) return;
    const more = words.trim() === '' ? {} : { words: words.trim() };
    await answer.send({ solved: solved === 'yes', satisfied: satisfied === 'yes', ...more });
  }
  const refusal =
    missing === undefined ? answer.refusal : localProblem('home.choose', 400, missing);
  return (
    <form className="rate-answer" noValidate onSubmit={(event) => void submit(event)}>
      <Pair name="solved" value={solved} onChange={setSolved} refusal={refusal} />
      <Pair name="satisfied" value={satisfied} onChange={setSatisfied} refusal={refusal} />
      <Field
        name="words"
        label={t('rate.words')}
        note={t('field.optional')}
        rows={2}
        maxLength={500}
        value={words}
        onChange={setWords}
        refusal={refusal}
      />
      <Refused refusal={refusal} except={['solved', 'satisfied', 'words']} />
      <Submit pending={answer.pending}>{t('rate.answer')}</Submit>
    </form>
  );
}

interface PairProps {
  readonly name: 'solved' | 'satisfied';
  readonly value: YesNo | undefined;
  readonly onChange: (value: YesNo) => void;
  readonly refusal: Problem | undefined;
}
function Pair({ onChange, ...rest }: PairProps): ReactNode {
  const t = useT();
  const [yes, no] =
    rest.name === 'solved' ? [t('rate.yes'), t('rate.no')] : [t('grade.4'), t('grade.2')];
  return (
    <Radios
      {...rest}
      look="pair"
      label={t(`rate.${rest.name}`)}
      onChange={(value) => onChange(value === 'yes' ? 'yes' : 'no')}
      options={[
        { value: 'yes', words: yes },
        { value: 'no', words: no },
      ]}
    />
  );
}
