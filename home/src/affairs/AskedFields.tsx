// SPDX-License-Identifier: Apache-2.0
import type { FilledField } from '@lilong/contracts/affairs';
import type { Problem } from '@lilong/contracts/call';
import type { ReactNode } from 'react';
import { Field } from '../parts/Field.tsx';
import { useAffairT } from '../words/affairs.tsx';
import { Choice } from './Choice.tsx';
import type { PartProps } from './Questions.tsx';
import { useNamed } from './said.tsx';
import { openFields } from './told.ts';

/** What only whoever applies knows. */
export function AskedFields({ form, told, onChange, refusal }: PartProps): ReactNode {
  const t = useAffairT();
  const fields = openFields(form, told);
  if (fields.length === 0) return <p className="notice done">{t('apply.nothing')}</p>;
  return (
    <section className="apply-part">
      <h2>{t('apply.fields')}</h2>
      {fields.map((field) => (
        <AskedField
          key={field.key}
          field={field}
          typed={told.fields[field.key]}
          refusal={refusal}
          onType={(value) =>
            onChange((before) => ({
              ...before,
              fields: { ...before.fields, [field.key]: value },
            }))
          }
        />
      ))}
    </section>
  );
}

interface AskedFieldProps {
  readonly field: FilledField;
  readonly typed: string | boolean | undefined;
  readonly refusal: Problem | undefined;
  readonly onType: (value: string | boolean) => void;
}
export function AskedField({ field, typed, refusal, onType }: AskedFieldProps): ReactNode {
  const t = useAffairT();
  const named = useNamed();
  const { key, title, titleEn, type, required, help, max, choices } = field;
  const common = {
    ...{ name: `fields.${key}`, label: named(title, titleEn), refusal },
    note: required ? undefined : t('field.optional'),
  };
  if (type === 'choice')
    return (
      <Choice
        {...common}
        choices={choices.map((one) => ({ key: one.key, says: named(one.says, one.saysEn) }))}
        chosen={typeof typed === 'string' ? typed : undefined}
        onChoose={onType}
      />
    );
  if (type === 'yes_no') return <YesNo {...common} typed={typed} onType={onType} />;
  const isNumber = type === 'integer' || type === 'number';
  return (
    <Field
      {...common}
      hint={help ?? undefined}
      value={typeof typed === 'string' ? typed : ''}
      onChange={onType}
      autoComplete="off"
      {...(type === 'date' ? { type: 'date' as const } : {})}
      {...(isNumber ? { inputMode: 'numeric' as const } : {})}
      {...(type === 'long_text' ? { rows: 3 } : {})}
      {...(isNumber || max === null ? {} : { maxLength: max })}
      {...(required ? { required } : {})}
    />
  );
}

type YesNoProps = Pick<AskedFieldProps, 'typed' | 'refusal' | 'onType'> & {
  readonly name: string;
  readonly label: string;
  readonly note: string | undefined;
};
function YesNo({ typed, onType, ...common }: YesNoProps): ReactNode {
  const t = useAffairT();
  return (
    <Choice
      {...common}
      choices={[
        { key: 'yes', says: t('apply.yes') },
        { key: 'no', says: t('apply.no') },
      ]}
      chosen={typeof typed === 'boolean' ? yesOrNo(typed) : undefined}
      onChoose={(key) => onType(key === 'yes')}
    />
  );
}
const yesOrNo = (yes: boolean): 'yes' | 'no' => (yes ? 'yes' : 'no');
