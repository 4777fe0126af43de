// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { type ReactNode, useId } from 'react';
import { FieldRefused } from '../parts/Refused.tsx';

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly note?: string | undefined;
  readonly choices: readonly { readonly key: string; readonly says: string }[];
  readonly chosen: string | undefined;
  readonly refusal?: Problem | undefined;
  readonly onChoose: (key: string) => void;
}

/** One of a few, all in sight. */
export function Choice({
  name,
  label,
  note,
  choices,
  chosen,
  refusal,
  onChoose,
}: ChoiceProps): ReactNode {
  const id = useId();
  return (
    <fieldset className="choices" data-field={name}>
      <legend>
        {label}
        {note !== undefined && <small className="hint"> {note}</small>}
      </legend>
      {choices.map(({ key, says }) => (
        <label key={key} className="choice">
          <input
            type="radio"
            name={`${id}-${name}`}
            checked={chosen === key}
            aria-describedby={`${id}-refused`}
            onChange={() => onChoose(key)}
          />
          <span>{says}</span>
        </label>
      ))}
      <FieldRefused id={`${id}-refused`} refusal={refusal} field={name} />
    </fieldset>
  );
}
