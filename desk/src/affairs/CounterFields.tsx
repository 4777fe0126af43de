// SPDX-License-Identifier: Apache-2.0
import type { FilledField } from '@lilong/contracts/affairs';
import { useMoment } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { Cards } from '../parts/Cards.tsx';
import { blames } from '../parts/Field.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { CounterPartProps } from './CounterForm.tsx';
import { fieldsToType, knownFields } from './receiving.ts';
import { useNamed } from './said.ts';

/** What is known, with its source, and the few fields that are not. */
export function CounterFields({ form, taken, onChange, problem }: CounterPartProps): ReactNode {
  const t = useT();
  return (
    <>
      <section className="sheet-card" aria-label={t('affairs.known')}>
        <h2>{t('affairs.known')}</h2>
        <dl className="facts affairs-known">
          {knownFields(form, taken).map((field) => (
            <Known key={field.key} field={field} />
          ))}
        </dl>
      </section>
      {fieldsToType(form, taken).map((field) => (
        <Asked
          key={field.key}
          field={field}
          value={taken.fields[field.key]}
          problem={blames(problem, `fields.${field.key}`)}
          onChange={(value) => onChange({ fields: { ...taken.fields, [field.key]: value } })}
        />
      ))}
    </>
  );
}

function Known({ field: { title, titleEn, held } }: { readonly field: FilledField }): ReactNode {
  const named = useNamed();
  const say = useMoment();
  if (held === null) return null;
  const { says, source, day } = held;
  return (
    <div>
      <dt>{named(title, titleEn)}</dt>
      <dd>
        {says}
        <small>{day === null ? source : `${source} · ${say(day, 'day')}`}</small>
      </dd>
    </div>
  );
}

interface AskedProps {
  readonly field: FilledField;
  readonly value: string | boolean | undefined;
  readonly problem: CounterPartProps['problem'];
  readonly onChange: (value: string | boolean) => void;
}
function Asked({ field, value, problem, onChange }: AskedProps): ReactNode {
  const t = useT();
  const named = useNamed();
  const { key, title, titleEn, type, required, help, max, choices } = field;
  const label = named(title, titleEn);
  if (type === 'yes_no')
    return (
      <Cards
        legend={label}
        name={key}
        value={typeof value === 'boolean' ? yesOrNo(value) : undefined}
        options={[
          { value: 'yes', title: t('affairs.yes') },
          { value: 'no', title: t('affairs.no') },
        ]}
        problem={problem}
        onChange={(answer) => onChange(answer === 'yes')}
      />
    );
  const text = typeof value === 'string' ? value : '';
  if (type === 'choice')
    return (
      <Cards
        legend={label}
        name={key}
        value={text}
        options={choices.map((one) => ({ value: one.key, title: named(one.says, one.saysEn) }))}
        problem={problem}
        onChange={onChange}
      />
    );
  const isNumber = type === 'integer' || type === 'number';
  return (
    <TextField
      label={label}
      need={required ? 'must' : 'may'}
      problem={problem}
      value={text}
      onChange={onChange}
      {...(help === null ? {} : { hint: help })}
      {...(type === 'date' ? { type: 'date' as const } : {})}
      {...(type === 'long_text' ? { lines: 2 } : {})}
      {...(max === null || isNumber ? {} : { maxLength: max })}
    />
  );
}

const yesOrNo = (yes: boolean): 'yes' | 'no' => (yes ? 'yes' : 'no');
