// SPDX-License-Identifier: Apache-2.0
import { Button } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { Cards } from '../parts/Cards.tsx';
import { blames } from '../parts/Field.tsx';
import { PickField, TextField } from '../parts/TextField.tsx';
import { useT } from '../words.ts';
import { useCategories, useCategoryOptions } from './categories.ts';
import { useClosingWords, useConditions, useConditionWords } from './conditions.ts';
import { useLimit } from './limit.ts';
import type { FieldsProps } from './MoveFields.tsx';

interface RegisterProps extends Omit<FieldsProps, 'page'> {
  /** Categories that the words look like, by key. */
  readonly guesses?: readonly string[];
}

/** 立案: which category, and which of its conditions is met. The condition sets the limit. */
export function RegisterFields({
  draft,
  problem,
  onChange,
  guesses = [],
}: RegisterProps): ReactNode {
  const t = useT();
  const limit = useLimit();
  const options = useCategoryOptions();
  const conditions = useConditions(draft.category);
  const { register } = useConditionWords();
  const choose = (category: string | undefined) => onChange({ category, condition: undefined });
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
        onChange={choose}
      />
      {draft.category === undefined && <Guesses keys={guesses} onChoose={choose} />}
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

interface GuessesProps {
  readonly keys: readonly string[];
  readonly onChoose: (key: string) => void;
}

/** One tap instead of typing a name. */
function Guesses({ keys, onChoose }: GuessesProps): ReactNode {
  const t = useT();
  const known = useCategories();
  const found = keys.flatMap((key) => known?.categories.find((one) => one.key === key) ?? []);
  if (found.length === 0) return null;
  return (
    <fieldset className="guesses">
      <legend>{t('register.guesses')}</legend>
      {found.map(({ key, name }) => (
        <Button key={key} onClick={() => onChoose(key)}>
          {name}
        </Button>
      ))}
    </fieldset>
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
