// SPDX-License-Identifier: Apache-2.0
import { Radio } from 'antd';
import { type ReactNode, useId } from 'react';

interface ChooseProps<V extends string> {
  readonly label: string;
  readonly value: V | undefined;
  readonly onChange: (value: V) => void;
  readonly options: readonly { readonly value: V; readonly words: string }[];
}

/** One of a few, with nothing chosen beforehand. */
export function Choose<V extends string>(props: ChooseProps<V>): ReactNode {
  const { label, value, onChange, options } = props;
  const id = useId();
  return (
    <div className="field">
      <span id={id} className="field-label">
        {label}
      </span>
      <Radio.Group
        aria-labelledby={id}
        value={value}
        options={options.map((one) => ({ value: one.value, label: one.words }))}
        onChange={({ target }) => onChange(target.value as V)}
      />
    </div>
  );
}
