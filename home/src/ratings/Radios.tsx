// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { type ReactNode, useId } from 'react';
import { FieldRefused } from '../parts/Refused.tsx';

interface RadiosProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly words: ReactNode }[];
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly look: 'pair' | 'grades';
  readonly refusal?: Problem | undefined;
}

/** One of a few, with nothing chosen beforehand. */
export function Radios(props: RadiosProps): ReactNode {
  const { name, label, options, value, onChange, look, refusal } = props;
  const id = useId();
  return (
    <div
      className={`radios ${look}`}
      role="radiogroup"
      aria-labelledby={`${id}-asked`}
      aria-describedby={`${id}-refused`}
    >
      <span id={`${id}-asked`}>{label}</span>
      <div className="radio-row">
        {options.map((option) => (
          <label key={option.value} className="radio">
            <input
              type="radio"
              name={`${id}-${name}`}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.words}</span>
          </label>
        ))}
      </div>
      <FieldRefused id={`${id}-refused`} refusal={refusal} field={name} />
    </div>
  );
}
