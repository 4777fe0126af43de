// SPDX-License-Identifier: Apache-2.0
import type { CasePage } from '@lilong/contracts/case-shapes';
import { listCategories } from '@lilong/contracts/cases';
import { listCatalogue } from '@lilong/contracts/catalogue';
import type { ReplyOf } from '@lilong/contracts/route';
import { useRead } from '@lilong/ui/client.ts';
import { type ReactNode, useEffect, useMemo } from 'react';
import { Cards } from '../parts/Cards.tsx';
import { blames } from '../parts/Field.tsx';
import { PickField, TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { useLimit } from './limit.ts';
import type { FieldsProps } from './MoveFields.tsx';

type Condition = CasePage['conditions'][number];
type CategoryLine = ReplyOf<typeof listCategories>['categories'][number];

/** 立案: which category, and which of its conditions is met. The condition sets the limit. */
export function RegisterFields({ page, draft, problem, onChange }: FieldsProps): ReactNode {
  const t = useT();
  const limit = useLimit();
  const categories = useRead(listCategories, {}, { staleTime: 600_000 }).data?.categories;
  const options = useMemo(
    () =>
      (categories ?? []).map(({ key, name, majorName }) => ({
        value: key,
        label: name,
        group: majorName,
      })),
    [categories],
  );
  const conditions = useConditions(
    page,
    categories?.find(({ key }) => key === draft.category),
  );
  const only = conditions.length === 1 ? conditions[0]?.order : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each category that has one condition
  useEffect(() => {
    if (only !== undefined && draft.condition === undefined) onChange({ condition: only });
  }, [draft.category, only]);
  return (
    <>
      <PickField
        label={t('need.category')}
        problem={blames(problem, 'category')}
        value={draft.category}
        options={options}
        placeholder={t('register.category')}
        onChange={(category) => onChange({ category, condition: undefined })}
      />
      {draft.category !== undefined && (
        <Cards
          legend={t('need.condition')}
          name="condition"
          value={draft.condition}
          problem={blames(problem, 'condition')}
          options={conditions.map(({ order, registerWhen, limit: by }) => ({
            value: order,
            title: registerWhen,
            note: t('register.limit', { limit: limit(by) }),
          }))}
          onChange={(condition) => onChange({ condition })}
        />
      )}
    </>
  );
}

/** Conditions of the chosen category: the case's own; for another, those of the catalogue, or its bare limits. */
function useConditions(page: CasePage, chosen: CategoryLine | undefined): readonly Condition[] {
  const t = useT();
  const key = chosen?.key ?? '';
  const own = key === page.line.category && page.conditions.length > 0;
  const rows = useRead(
    listCatalogue,
    { kind: 'condition', q: `${key}/` },
    { enabled: !own && key !== '', staleTime: 600_000 },
  );
  if (own) return page.conditions;
  const written = (rows.data?.rows ?? []).filter(
    ({ status, body }) => status === 'approved' && body.category === key,
  );
  if (written.length > 0) return written.map(({ body }) => conditionOf(body));
  if (rows.data === undefined) return [];
  return (chosen?.limits ?? []).map((limit, at) => ({
    order: at + 1,
    limit,
    registerWhen: t('register.grade', { name: chosen?.name ?? '', order: at + 1 }),
    closeWhen: '',
  }));
}

const conditionOf = (body: Readonly<Record<string, unknown>>): Condition => ({
  order: Number(body.order),
  limit: String(body.limit),
  registerWhen: String(body.registerWhen),
  closeWhen: String(body.closeWhen),
});

/** 结案: which closing condition is met. */
export function ClosingField({ page, draft, problem, onChange }: FieldsProps): ReactNode {
  const t = useT();
  const own = page.conditions.filter(
    ({ order }) => page.condition === null || order === page.condition,
  );
  const closings = [...new Set(own.map(({ closeWhen }) => closeWhen))].filter(
    (words) => words !== '',
  );
  if (closings.length === 0) {
    return (
      <TextField
        label={t('need.closing')}
        problem={blames(problem, 'closing')}
        value={draft.closing ?? ''}
        maxLength={500}
        onChange={(text) => onChange({ closing: text })}
      />
    );
  }
  return (
    <Cards
      legend={t('need.closing')}
      name="closing"
      value={draft.closing}
      problem={blames(problem, 'closing')}
      options={closings.map((words) => ({ value: words, title: words }))}
      onChange={(closing) => onChange({ closing })}
    />
  );
}
