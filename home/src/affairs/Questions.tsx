// SPDX-License-Identifier: Apache-2.0
import type { ItemQuestion } from '@lilong/contracts/affair-items';
import type { AffairForm } from '@lilong/contracts/affairs';
import type { Problem } from '@lilong/contracts/call';
import type { ReactNode } from 'react';
import { useAffairT } from '../words/affairs.tsx';
import { Choice } from './Choice.tsx';
import { useNamed } from './said.tsx';
import type { Change, Told } from './told.ts';

export interface PartProps {
  readonly form: AffairForm;
  readonly told: Told;
  readonly onChange: Change;
  readonly refusal: Problem | undefined;
}

/** 情形引导: only what decides which papers and fields are needed. */
export function Questions({ form, told, onChange, refusal }: PartProps): ReactNode {
  const t = useAffairT();
  const { questions } = form.item;
  if (questions.length === 0) return null;
  return (
    <section className="apply-part">
      <h2>{t('apply.questions')}</h2>
      {questions.map((question) => (
        <Question
          key={question.key}
          question={question}
          answer={told.questions[question.key]}
          refusal={refusal}
          onAnswer={(answer) =>
            onChange((before) => ({
              ...before,
              questions: { ...before.questions, [question.key]: answer },
            }))
          }
        />
      ))}
    </section>
  );
}

interface QuestionProps {
  readonly question: ItemQuestion;
  readonly answer: string | undefined;
  readonly refusal: Problem | undefined;
  readonly onAnswer: (answer: string) => void;
}
function Question({ question, answer, refusal, onAnswer }: QuestionProps): ReactNode {
  const named = useNamed();
  const { key, ask, askEn, choices } = question;
  return (
    <Choice
      name={`questions.${key}`}
      label={named(ask, askEn)}
      choices={choices.map((one) => ({ key: one.key, says: named(one.says, one.saysEn) }))}
      chosen={answer}
      refusal={refusal}
      onChoose={onAnswer}
    />
  );
}
