// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, useEffect } from 'react';
import { Cards } from '../parts/Cards.tsx';
import { blames } from '../parts/Field.tsx';
import { PickField, TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { useCategoryOptions } from './categories.ts';
import { useClosingWords, useConditions, useConditionWords } from './conditions.ts';
import { useLimit } from './limit.ts';
import type { FieldsProps } from './MoveFields.tsx';

/** 立案: which category, and which of its conditions is met. The condition sets the limit. */
export function RegisterFields({ draft, problem, onChange }: Omit<FieldsProps, 'page'>): ReactNode {
  const t = useT();
  const limit = useLimit();
  const options = useCategoryOptions();
  const conditions = useConditions(draft.category);
  const { register } = useConditionWords();
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
          options={conditions.map((one) => ({
            value: one.order,
            title: register(one),
            note: t('register.limit', { limit: limit(one.limit) }),
          }))}
          onChange={(condition) => onChange({ condition })}
        />
      )}
    </>
  );
}

/** 结案: which closing condition is met. */
export function ClosingField({ page, draft, problem, onChange }: FieldsProps): ReactNode {
  const t = useT();
  const say = useClosingWords(page.conditions);
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
      options={closings.map((words) => ({ value: words, title: say(words) }))}
      onChange={(closing) => onChange({ closing })}
    />
  );
}
