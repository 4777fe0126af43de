// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { useRefusalWords } from '@lilong/ui/words.tsx';
import { type ChangeEvent, type HTMLInputTypeAttribute, type ReactNode, useId } from 'react';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly refusal?: Problem | undefined;
  /** A word beside the label: 可不填. */
  readonly note?: string | undefined;
  readonly hint?: string | undefined;
  readonly type?: Extract<HTMLInputTypeAttribute, 'text' | 'tel' | 'date'>;
  readonly inputMode?: 'text' | 'numeric' | 'tel';
  readonly autoComplete?: string;
  readonly maxLength?: number;
  readonly rows?: number;
  readonly required?: true;
  /** Stands in the lower right corner of the box, such as the microphone. */
  readonly corner?: ReactNode;
}

/** One thing to fill in. Its refusal is said beneath it, and what was typed stays. */
export function Field({
  name,
  label,
  value,
  onChange,
  refusal,
  note,
  hint,
  rows,
  corner,
  ...input
}: FieldProps): ReactNode {
  const say = useRefusalWords();
  const id = useId();
  const wrong = refusal?.field === name ? say(byLabel(refusal, label)) : undefined;
  const described = [hint === undefined ? '' : `${id}-hint`, `${id}-refused`].join(' ').trim();
  const { required, ...asked } = input;
  const box = {
    ...asked,
    id,
    name,
    value,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onChange(event.target.value),
    'aria-describedby': described,
    'aria-invalid': wrong !== undefined,
    'aria-required': required ?? false,
  };
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {note !== undefined && <small>{note}</small>}
      </label>
      {hint !== undefined && (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      )}
      <div className="box">
        {rows === undefined ? <input {...box} /> : <textarea rows={rows} {...box} />}
        {corner}
      </div>
      <span id={`${id}-refused`} className="field-refused">
        {wrong}
      </span>
    </div>
  );
}

/** A field is named as it stands there, whatever the wire calls it: 请填写「您的回答」. */
function byLabel(refusal: Problem, label: string): Problem {
  if (refusal.code !== 'input.invalid') return refusal;
  return { ...refusal, detail: '', facts: { ...refusal.facts, field: label } };
}
