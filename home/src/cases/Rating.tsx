// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { rateReport } from '@lilong/contracts/cases';
import { localProblem, useWrite } from '@lilong/ui/client.ts';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Field } from '../parts/Field.tsx';
import { useFocusRefusal } from '../parts/focus-refusal.ts';
import { lacking } from '../parts/local.ts';
import { FieldRefused, Refused } from '../parts/Refused.tsx';
import { Submit } from '../parts/Submit.tsx';
import { useT } from '../words/use.ts';

const grades = [5, 4, 3, 2, 1] as const;

/** Solved or not, and a grade; nothing is chosen beforehand. "Not solved" starts a second round. */
export function Rating({ caseRef }: { caseRef: string }): ReactNode {
  const t = useT();
  const [solved, setSolved] = useState<'yes' | 'no'>();
  const [grade, setGrade] = useState<string>();
  const [words, setWords] = useState('');
  const [mistake, setMistake] = useState<Problem>();
  const rate = useWrite(rateReport, { refreshes: ['my'] });
  useFocusRefusal(mistake ?? rate.refusal);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const missing = missingIn(solved, grade, words);
    setMistake(missing);
    if (missing !== undefined) return;
    const said = words.trim() === '' ? {} : { words: words.trim() };
    await rate.send({ ref: caseRef, solved: solved === 'yes', grade: Number(grade), ...said });
  }
  const refusal = mistake ?? rate.refusal;
  return (
    <form className="card rating" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t('rate.title')}</h2>
      <SolvedChoice
        value={solved}
        onChange={(value) => setSolved(value as 'yes' | 'no')}
        refusal={refusal}
      />
      {solved === 'no' && <p className="notice">{t('rate.round-two')}</p>}
      <GradeChoice value={grade} onChange={setGrade} refusal={refusal} />
      <Field
        name="words"
        label={t(solved === 'no' ? 'rate.words-no' : 'rate.words')}
        note={solved === 'no' ? undefined : t('field.optional')}
        rows={2}
        maxLength={1000}
        value={words}
        onChange={setWords}
        refusal={refusal}
      />
      <Refused refusal={refusal} except={['solved', 'grade', 'words']} />
      <Submit pending={rate.pending}>{t('rate.send')}</Submit>
    </form>
  );
}

function missingIn(
  solved: string | undefined,
  grade: string | undefined,
  words: string,
): Problem | undefined {
  if (solved === undefined) return localProblem('home.choose', 400, 'solved');
  if (grade === undefined) return localProblem('home.choose', 400, 'grade');
  return solved === 'no' && words.trim() === '' ? lacking('words') : undefined;
}

interface Chosen {
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly refusal: Problem | undefined;
}
function SolvedChoice(chosen: Chosen): ReactNode {
  const t = useT();
  const options = [
    { value: 'yes', words: t('rate.yes') },
    { value: 'no', words: t('rate.no') },
  ];
  return (
    <Choice {...chosen} name="solved" label={t('rate.solved')} look="pair" options={options} />
  );
}

function GradeChoice(chosen: Chosen): ReactNode {
  const t = useT();
  const options = grades.map((one) => ({ value: String(one), words: t(`grade.${one}`) }));
  return <Choice {...chosen} name="grade" label={t('rate.grade')} look="list" options={options} />;
}

interface ChoiceProps extends Chosen {
  readonly name: string;
  readonly label: string;
  readonly look: 'pair' | 'list';
  readonly options: readonly { readonly value: string; readonly words: string }[];
}
function Choice({ name, label, value, onChange, refusal, look, options }: ChoiceProps): ReactNode {
  return (
    <div
      className={`radios ${look}`}
      role="radiogroup"
      aria-labelledby={`${name}-asked`}
      aria-describedby={`${name}-refused`}
      aria-invalid={refusal?.field === name}
    >
      <span id={`${name}-asked`}>{label}</span>
      <div className="radio-row">
        {options.map((option) => (
          <label key={option.value} className="radio">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>
              <i aria-hidden="true" />
              {option.words}
            </span>
          </label>
        ))}
      </div>
      <FieldRefused id={`${name}-refused`} refusal={refusal} field={name} />
    </div>
  );
}
