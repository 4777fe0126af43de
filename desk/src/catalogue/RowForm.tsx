// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { type CatalogueRow, draftCatalogue } from '@lilong/contracts/catalogue';
import type { InputOf } from '@lilong/contracts/route';
import { useWrite } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { dayAfter } from '../parts/days.ts';
import { blames, restOf } from '../parts/Field.tsx';
import { Refused } from '../parts/Refused.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { BodyInput } from './BodyInput.tsx';
import { bodyFields, bodyOf, type Kind, keyFrom, type Typed, typedOf } from './body.ts';

interface RowFormProps {
  readonly kind: Kind;
  readonly row: CatalogueRow | undefined;
  readonly onDone: () => void;
}

/** What every row has beside its body. */
interface Head {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string;
  readonly source: string;
}

const headOf = (row: CatalogueRow | undefined): Head => ({
  key: row?.key ?? '',
  name: row?.name ?? '',
  nameEn: row?.nameEn ?? '',
  effectiveFrom: dayAfter(1),
  effectiveTo: '',
  source: row?.source ?? '',
});

function inputOf(
  kind: Kind,
  head: Head,
  body: Record<string, unknown>,
): InputOf<typeof draftCatalogue> {
  const { key, nameEn, effectiveTo, ...rest } = head;
  return {
    ...rest,
    kind,
    body,
    key: keyFrom(kind, body) ?? key,
    ...(nameEn === '' ? {} : { nameEn }),
    ...(effectiveTo === '' ? {} : { effectiveTo }),
  };
}

/** Writes a draft. Nothing changes until somebody else approves it. */
export function RowForm({ kind, row, onDone }: RowFormProps): ReactNode {
  const t = useT();
  const write = useWrite(draftCatalogue, { refreshes: ['catalogue'] });
  const [head, setHead] = useState(() => headOf(row));
  const [typed, setTyped] = useState<Typed>(() => typedOf(kind, row?.body ?? {}));
  const problem = write.refusal;
  const fields = [...Object.keys(head), ...bodyFields[kind].map(({ name }) => name)];
  const about = { head, problem, onChange: (part: Partial<Head>) => setHead({ ...head, ...part }) };

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const body = bodyOf(kind, typed, row?.body ?? {}, head);
    if ((await write.send(inputOf(kind, head, body))) !== undefined) onDone();
  }
  return (
    <form className="sheet-card row-form" noValidate onSubmit={(event) => void submit(event)}>
      <h2>
        {row === undefined ? t('catalogue.new') : t('catalogue.change-one', { name: row.name })}
      </h2>
      <Refused problem={restOf(problem, ...fields)} />
      {keyFrom(kind, {}) === undefined && <HeadField {...about} name="key" />}
      <HeadField {...about} name="name" />
      <HeadField {...about} name="nameEn" need="may" />
      {bodyFields[kind].map((field) => (
        <BodyInput
          key={field.name}
          field={field}
          value={typed[field.name] ?? ''}
          problem={blames(problem, field.name)}
          onChange={(value) => setTyped({ ...typed, [field.name]: value })}
        />
      ))}
      <HeadField {...about} name="effectiveFrom" type="date" />
      <HeadField {...about} name="effectiveTo" type="date" need="may" />
      <HeadField {...about} name="source" />
      <div className="bar-buttons">
        <Button type="primary" htmlType="submit" loading={write.pending}>
          {t('catalogue.save-draft')}
        </Button>
        <Button onClick={onDone}>{t('form.cancel')}</Button>
      </div>
    </form>
  );
}

interface HeadFieldProps {
  readonly name: keyof Head;
  readonly head: Head;
  readonly problem: Problem | undefined;
  readonly onChange: (part: Partial<Head>) => void;
  readonly need?: 'must' | 'may';
  readonly type?: 'text' | 'date';
}

function HeadField({
  name,
  head,
  problem,
  onChange,
  need = 'must',
  type = 'text',
}: HeadFieldProps): ReactNode {
  const t = useT();
  return (
    <TextField
      label={t(`catalogue.head.${name}`)}
      need={need}
      problem={blames(problem, name)}
      type={type}
      maxLength={200}
      value={head[name]}
      onChange={(text) => onChange({ [name]: text })}
    />
  );
}
