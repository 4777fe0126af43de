// SPDX-License-Identifier: Apache-2.0
import { type FormField, fieldTypes, heldElements } from '@lilong/contracts/affair-items';
import type { FormProperty, ItemBody } from '@lilong/contracts/item-body';
import { fieldTypeOf } from '@lilong/contracts/item-fields';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { PickField, TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { Both } from './Both.tsx';
import { Choices, type ChoiceText } from './Choices.tsx';
import { type FieldDraft, without } from './draft.ts';
import { WhenField } from './WhenField.tsx';

type FieldType = FormField['type'];
const NONE = '';

/** What the schema says of a kind of field, without what only the former kind had. */
function retyped(property: FormProperty, type: FieldType): FormProperty {
  const { title, titleEn, description, element, waived, when } = property;
  const common = { title, titleEn, description, element, waived, when };
  const shapes: Record<FieldType, Omit<FormProperty, 'title'>> = {
    text: { type: 'string', maxLength: 60 },
    long_text: { type: 'string', maxLength: 500 },
    integer: { type: 'integer', minimum: 0 },
    number: { type: 'number', minimum: 0 },
    yes_no: { type: 'boolean' },
    date: { type: 'string', format: 'date' },
    choice: {
      type: 'string',
      enum: ['a1', 'a2'],
      enumTitles: ['是', '否'],
      enumTitlesEn: ['Yes', 'No'],
    },
  };
  return without({ ...shapes[type], ...common }) as FormProperty;
}

type Changed = { readonly [K in keyof FormProperty]?: FormProperty[K] | undefined };
interface FieldPartProps {
  readonly field: FieldDraft;
  readonly questions: ItemBody['questions'];
  readonly onChange: (field: FieldDraft) => void;
}

/** One field: what it is called, how it is typed, or which element of the registry fills it. */
export function FieldPart({ field, questions, onChange }: FieldPartProps): ReactNode {
  const t = useT();
  const { property, required } = field;
  const type = fieldTypeOf(property);
  const change = (part: Changed) =>
    onChange({ ...field, property: without({ ...property, ...part }) as FormProperty });
  return (
    <>
      <Both
        label={t('items.field-title')}
        zh={property.title}
        en={property.titleEn ?? ''}
        onChange={(title, titleEn) => change({ title, titleEn })}
      />
      <FromRegistry property={property} onChange={change} />
      <PickField
        label={t('items.field-type')}
        value={type}
        options={fieldTypes.map((one) => ({ value: one, label: t(`items.type.${one}`) }))}
        onChange={(wanted) =>
          wanted !== undefined &&
          wanted !== type &&
          onChange({ ...field, property: retyped(property, wanted) })
        }
      />
      {type === 'choice' && (
        <Choices choices={choicesOf(property)} onChange={(choices) => change(enumOf(choices))} />
      )}
      <TextField
        label={t('items.help')}
        need="may"
        value={property.description ?? ''}
        maxLength={200}
        onChange={(description) => change({ description })}
      />
      <Checkbox
        checked={required}
        onChange={({ target }) => onChange({ ...field, required: target.checked })}
      >
        {t('items.required')}
      </Checkbox>
      <WhenField
        questions={questions}
        value={property.when}
        onChange={(when) => change({ when })}
      />
    </>
  );
}

interface FromRegistryProps {
  readonly property: FormProperty;
  readonly onChange: (part: Changed) => void;
}
/** Which element fills it; none, and it says why it is asked where the registry has one of that name. */
function FromRegistry({ property, onChange }: FromRegistryProps): ReactNode {
  const t = useT();
  return (
    <>
      <PickField
        label={t('items.element')}
        need="may"
        hint={t('items.element-hint')}
        value={property.element ?? NONE}
        options={[
          { value: NONE, label: t('items.element-none') },
          ...heldElements.map((one) => ({ value: one, label: t(`held.${one}`) })),
        ]}
        onChange={(element) =>
          onChange({ element: heldElements.find((one) => one === element), waived: undefined })
        }
      />
      {property.element === undefined && (
        <TextField
          label={t('items.waived')}
          need="may"
          value={property.waived ?? ''}
          maxLength={200}
          onChange={(waived) => onChange({ waived })}
        />
      )}
    </>
  );
}

const choicesOf = ({ enum: keys = [], enumTitles = [], enumTitlesEn = [] }: FormProperty) =>
  keys.map((key, at) => ({ key, says: enumTitles[at] ?? '', saysEn: enumTitlesEn[at] ?? '' }));
const enumOf = (choices: readonly ChoiceText[]) => ({
  enum: choices.map(({ key }) => key),
  enumTitles: choices.map(({ says }) => says),
  enumTitlesEn: choices.map(({ says, saysEn }) => (saysEn === '' ? says : saysEn)),
});
