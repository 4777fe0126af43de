// SPDX-License-Identifier: Apache-2.0
import type { When } from '@lilong/contracts/affair-items';
import type { ItemBody } from '@lilong/contracts/item-body';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { PickField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';

interface WhenFieldProps {
  readonly questions: ItemBody['questions'];
  readonly value: When | undefined;
  readonly onChange: (when: When | undefined) => void;
}

/** Always, or only after some answers to one question. */
export function WhenField({ questions, value, onChange }: WhenFieldProps): ReactNode {
  const t = useT();
  const question = questions.find(({ key }) => key === value?.question);
  const answers = value?.is ?? [];
  const options = questions.map(({ key, ask }) => ({ value: key, label: ask }));
  return (
    <>
      <PickField
        label={t('items.when')}
        need="may"
        value={value?.question ?? ''}
        options={[{ value: '', label: t('items.always') }, ...options]}
        onChange={(key) => {
          const asked = questions.find((one) => one.key === key);
          const [choice] = asked?.choices ?? [];
          onChange(asked && choice ? { question: asked.key, is: [choice.key] } : undefined);
        }}
      />
      {question !== undefined && (
        <fieldset className="item-checks">
          <legend className="field-label">{t('items.when-is')}</legend>
          {question.choices.map(({ key, says }) => (
            <Checkbox
              key={key}
              checked={answers.includes(key)}
              onChange={({ target }) =>
                onChange({
                  question: question.key,
                  is: target.checked ? [...answers, key] : answers.filter((one) => one !== key),
                })
              }
            >
              {says}
            </Checkbox>
          ))}
        </fieldset>
      )}
    </>
  );
}
