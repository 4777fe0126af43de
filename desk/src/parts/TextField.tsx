// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { Input } from 'antd';
import type { ReactNode } from 'react';
import { Field } from './Field.tsx';
import { type Option, Picker } from './Picker.tsx';

interface AskProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly need?: 'must' | 'may';
  /** The refusal, when it blames this field. */
  readonly problem?: Problem | undefined;
  readonly placeholder?: string;
}

interface TextFieldProps extends AskProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly type?: 'text' | 'tel' | 'password' | 'date' | 'datetime-local' | 'number' | 'search';
  readonly autoComplete?: string;
  readonly maxLength?: number;
  /** Lines shown at first; the box grows with what is written. */
  readonly lines?: number;
}

/** One line of text, or several. */
export function TextField({
  value,
  onChange,
  lines = 1,
  type = 'text',
  autoComplete = 'off',
  maxLength = 2000,
  placeholder,
  ...ask
}: TextFieldProps): ReactNode {
  return (
    <Field {...ask}>
      {(control) => {
        const common = { ...control, value, maxLength, autoComplete, placeholder };
        if (lines === 1)
          return (
            <Input {...common} type={type} onChange={({ target }) => onChange(target.value)} />
          );
        return (
          <Input.TextArea
            {...common}
            autoSize={{ minRows: lines, maxRows: 8 }}
            onChange={({ target }) => onChange(target.value)}
          />
        );
      }}
    </Field>
  );
}

interface PickFieldProps<V extends string | number> extends AskProps {
  readonly value: V | undefined;
  /** Undefined until they come. */
  readonly options: readonly Option<V>[] | undefined;
  readonly onChange: (value: V | undefined) => void;
}

/** One of many, found by typing. */
export function PickField<V extends string | number>({
  value,
  options,
  onChange,
  placeholder = '',
  ...ask
}: PickFieldProps<V>): ReactNode {
  return (
    <Field {...ask}>
      {(control) => (
        <Picker
          label={ask.label}
          control={control}
          value={value}
          options={options}
          placeholder={placeholder}
          onChange={onChange}
        />
      )}
    </Field>
  );
}
