// SPDX-License-Identifier: Apache-2.0
import type { Problem } from '@lilong/contracts/call';
import { listCategories } from '@lilong/contracts/cases';
import { draftDuty } from '@lilong/contracts/duties';
import { listOrganisations } from '@lilong/contracts/places';
import type { InputOf } from '@lilong/contracts/route';
import { useRead, useWrite } from '@lilong/ui/client.ts';
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useCategoryName } from '../cases/categories.ts';
import { dayAfter } from '../parts/days.ts';
import { blames, restOf } from '../parts/Field.tsx';
import type { Option } from '../parts/Picker.tsx';
import { Refused } from '../parts/Refused.tsx';
import { PickField, TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import type { Duty } from './DutiesPage.tsx';

interface DutyFormProps {
  readonly place: number;
  readonly duty: Duty | undefined;
  readonly onDone: () => void;
}
type Row = InputOf<typeof draftDuty>;

const fields = ['category', 'lead', 'assisting', 'validFrom', 'source'];
const mostAssisting = 8;
const slow = { staleTime: 600_000 };

/** Drafts a dated row. Once it is approved, the old one ends the day before. */
export function DutyForm({ place, duty, onDone }: DutyFormProps): ReactNode {
  const t = useT();
  const write = useWrite(draftDuty, { refreshes: ['duties'] });
  const [row, setRow] = useState<Row>(() => ({
    category: duty?.category ?? '',
    place: duty?.place ?? place,
    lead: duty?.lead ?? 0,
    assisting: [],
    validFrom: dayAfter(1),
    source: '',
  }));
  const sayCategory = useCategoryName();
  const title =
    duty === undefined
      ? t('duties.new')
      : t('duties.change-one', { category: sayCategory(duty.category, duty.categoryName) });

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if ((await write.send(row)) !== undefined) onDone();
  }
  return (
    <form className="sheet-card" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{title}</h2>
      <Refused problem={restOf(write.refusal, ...fields)} />
      <Who row={row} problem={write.refusal} onChange={(part) => setRow({ ...row, ...part })} />
      <TextField
        label={t('duties.since')}
        hint={t('duties.since-hint')}
        problem={blames(write.refusal, 'validFrom')}
        type="date"
        value={row.validFrom}
        onChange={(validFrom) => setRow({ ...row, validFrom })}
      />
      <TextField
        label={t('duties.source')}
        hint={t('duties.source-hint')}
        problem={blames(write.refusal, 'source')}
        maxLength={200}
        value={row.source}
        onChange={(source) => setRow({ ...row, source })}
      />
      <div className="bar-buttons">
        <Button type="primary" htmlType="submit" loading={write.pending}>
          {t('catalogue.save-draft')}
        </Button>
        <Button onClick={onDone}>{t('form.cancel')}</Button>
      </div>
    </form>
  );
}

interface WhoProps {
  readonly row: Row;
  readonly problem: Problem | undefined;
  readonly onChange: (part: Partial<Row>) => void;
}

/** For which category, who leads, who assists. */
function Who({ row, problem, onChange }: WhoProps): ReactNode {
  const t = useT();
  const { place } = row;
  const categories = useRead(listCategories, {}, slow).data?.categories;
  const found = useRead(listOrganisations, { place }, slow).data?.organisations;
  const organisations = found?.map(({ no, name }) => ({ value: no, label: name }));
  return (
    <>
      <PickField
        label={t('duties.category')}
        problem={blames(problem, 'category')}
        value={row.category === '' ? undefined : row.category}
        options={categories?.map((one) => ({
          value: one.key,
          label: one.name,
          group: one.majorName,
        }))}
        onChange={(category = '') => onChange({ category })}
      />
      <PickField
        label={t('duties.lead-by')}
        problem={blames(problem, 'lead')}
        value={row.lead === 0 ? undefined : row.lead}
        options={organisations}
        onChange={(lead = 0) => onChange({ lead })}
      />
      <Assisting
        organisations={organisations}
        value={row.assisting}
        problem={blames(problem, 'assisting')}
        onChange={(assisting) => onChange({ assisting })}
      />
    </>
  );
}

interface AssistingProps {
  readonly organisations: readonly Option<number>[] | undefined;
  readonly value: readonly number[];
  readonly problem: Problem | undefined;
  readonly onChange: (assisting: number[]) => void;
}

/** Those who help: added one by one, taken off one by one. */
function Assisting({ organisations, value, problem, onChange }: AssistingProps): ReactNode {
  const t = useT();
  const left = organisations?.filter(({ value: no }) => !value.includes(no));
  return (
    <>
      <PickField
        label={t('duties.assisting')}
        need="may"
        problem={problem}
        value={undefined}
        options={value.length < mostAssisting ? left : []}
        onChange={(no) => no !== undefined && onChange([...value, no])}
      />
      {value.length > 0 && (
        <ul className="bar-buttons">
          {organisations
            ?.filter(({ value: no }) => value.includes(no))
            .map(({ value: no, label }) => (
              <li key={no}>
                <Button
                  size="small"
                  onClick={() => onChange(value.filter((other) => other !== no))}
                >
                  {t('duties.take-off', { name: label })}
                </Button>
              </li>
            ))}
        </ul>
      )}
    </>
  );
}
