// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { Checkbox, Input } from 'antd';
import type { ReactNode } from 'react';
import { Cards } from '../parts/Cards.tsx';
import { Field } from '../parts/Field.tsx';
import { type Key, useT } from '../words.ts';
import type { BodyField, FieldType } from './body.ts';
import { WhoseInput } from './WhoseInput.tsx';

export interface BodyInputProps {
  readonly field: BodyField;
  readonly value: string;
  readonly problem: Problem | undefined;
  readonly onChange: (value: string) => void;
}
const hints: Partial<Record<FieldType, Key>> = {
  limits: 'catalogue.hint.limits',
  limitsOrNone: 'catalogue.hint.limits',
  days: 'catalogue.hint.days',
  spans: 'catalogue.hint.spans',
};
const inputTypes: Partial<Record<FieldType, string>> = { number: 'number' };

/** One part of a row's body. */
export function BodyInput(props: BodyInputProps): ReactNode {
  const t = useT();
  const { field, value, problem, onChange } = props;
  const { type, words, choices } = field;
  if (type === 'tick') {
    return (
      <Checkbox
        checked={value === 'yes'}
        onChange={({ target }) => onChange(target.checked ? 'yes' : '')}
      >
        {t(words)}
      </Checkbox>
    );
  }
  if (type === 'organisation') return <WhoseInput {...props} />;
  if (choices !== undefined) {
    return (
      <Cards
        legend={t(words)}
        name={field.name}
        value={value}
        problem={problem}
        options={choices.map((one) => ({ value: one.value, title: t(one.words) }))}
        onChange={onChange}
      />
    );
  }
  return <TypedInput {...props} />;
}

function TypedInput({ field, value, problem, onChange }: BodyInputProps): ReactNode {
  const t = useT();
  const { type, words, may } = field;
  const hint = hints[type];
  return (
    <Field
      label={t(words)}
      need={may === true ? 'may' : 'must'}
      hint={hint === undefined ? undefined : t(hint)}
      problem={problem}
    >
      {(control) =>
        type === 'long' || type === 'days' ? (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 12 }}
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
        ) : (
          <Input
            {...control}
            type={inputTypes[type] ?? 'text'}
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
        )
      }
    </Field>
  );
}
