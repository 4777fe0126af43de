// SPDX-License-Identifier: Apache-2.0
import { isBadGrade } from '@lilong/contracts/rating-flow';
import type { ToRate } from '@lilong/contracts/ratings';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Named } from '../affairs/said.tsx';
import { Field } from '../parts/Field.tsx';
import { useFocusRefusal } from '../parts/focus-refusal.ts';
import { Refused } from '../parts/Refused.tsx';
import { Submit } from '../parts/Submit.tsx';
import { useT } from '../words/use.ts';
import { CallBack } from './CallBack.tsx';
import { Grades } from './Grades.tsx';
import { Reasons } from './Reasons.tsx';
import { nothingSaid, type SaidRating, type Saying, type Sending, saidOf } from './said.ts';

interface RateFormProps {
  readonly page: ToRate;
  readonly rate: Sending<SaidRating>;
}

/** A grade is enough. What is asked beside it depends on the grade; a bad one with words is answered for. */
export function RateForm({ page, rate }: RateFormProps): ReactNode {
  const t = useT();
  const [saying, setSaying] = useState<Saying>(nothingSaid);
  useFocusRefusal(rate.refusal);
  const { grade } = saying;
  const change = (part: Partial<Saying>) => setSaying((before) => ({ ...before, ...part }));
  function pick(next: number): void {
    const same = grade !== undefined && isBadGrade(next) === isBadGrade(grade);
    change({ grade: next, ...(same ? {} : { reasons: [] }) });
  }
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const said = saidOf(saying);
    if (said !== undefined) await rate.send(said);
  }
  return (
    <form className="card rating rate" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t(`rate.title-${page.of}`)}</h2>
      <p className="rate-what">
        <Named zh={page.name} en={page.nameEn} /> · <span lang="zh-CN">{page.unitName}</span>
      </p>
      <Grades value={grade} onChange={pick} />
      {grade !== undefined && (
        <>
          <Beside page={page} grade={grade} saying={saying} onChange={change} rate={rate} />
          <p className="hint">{t('rate.unseen')}</p>
          <Refused refusal={rate.refusal} except={['words', 'phone']} />
          <Submit pending={rate.pending}>{t('rate.send')}</Submit>
        </>
      )}
    </form>
  );
}

interface BesideProps extends RateFormProps {
  readonly grade: number;
  readonly saying: Saying;
  readonly onChange: (part: Partial<Saying>) => void;
}
/** Reasons, words, and whether to call: none of it has to be said. */
function Beside({ page, rate, grade, saying, onChange }: BesideProps): ReactNode {
  const t = useT();
  const bad = isBadGrade(grade);
  const { reasons, words, calls, phone } = saying;
  const { refusal } = rate;
  return (
    <>
      <Reasons
        offered={page.reasons}
        grade={grade}
        picked={reasons}
        onPick={(picked) => onChange({ reasons: picked })}
      />
      <Field
        name="words"
        label={t(bad ? 'rate.words-bad' : 'rate.words')}
        note={t('field.optional')}
        hint={bad ? t('rate.words-why', { unit: page.unitName }) : undefined}
        rows={2}
        maxLength={500}
        value={words}
        onChange={(text) => onChange({ words: text })}
        refusal={refusal}
      />
      {bad && words.trim() !== '' && (
        <CallBack
          hasPhone={page.hasPhone}
          calls={calls}
          onCalls={(wished) => onChange({ calls: wished })}
          phone={phone}
          onPhone={(text) => onChange({ phone: text })}
          refusal={refusal}
        />
      )}
    </>
  );
}
