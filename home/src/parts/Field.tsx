// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { useRefusalWords } from '@lilong/ui/words.tsx';
import type { HTMLInputTypeAttribute, ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly refusal?: Problem | undefined;
  /** A word beside the label: 可不填. */
  readonly note?: string | undefined;
  readonly hint?: string | undefined;
  readonly type?: Extract<HTMLInputTypeAttribute, 'text' | 'tel'>;
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
  const wrong = refusal?.field === name ? say(refusal) : undefined;
  const { required, ...asked } = input;
  return (
    <TextField
      className="field"
      name={name}
      value={value}
      onChange={onChange}
      isInvalid={wrong !== undefined}
      isRequired={required ?? false}
      validationBehavior="aria"
    >
      <Label>
        {label}
        {note !== undefined && <small>{note}</small>}
      </Label>
      {hint !== undefined && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <div className="box">
        {rows === undefined ? <Input {...asked} /> : <TextArea rows={rows} {...asked} />}
        {corner}
      </div>
      <FieldError className="field-refused">{wrong}</FieldError>
    </TextField>
  );
}
