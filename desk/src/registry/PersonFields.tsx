// SPDX-License-Identifier: Apache-2.0
// Questions about a person that more than one form asks.
import type { Problem } from '@lilong/contracts/call';
import { relations } from '@lilong/contracts/registry';
import type { ReactNode } from 'react';
import { Cards } from '../parts/Cards.tsx';
import { blames } from '../parts/Field.tsx';
import { PickField } from '../parts/TextField.tsx';
import { type Key, useT } from '../words.ts';

export type SexAsked = '0' | '1' | '2';
export type Relation = (typeof relations)[number];

interface SexFieldProps {
  readonly value: SexAsked | undefined;
  readonly problem: Problem | undefined;
  readonly onChange: (sex: SexAsked) => void;
}
export function SexField({ value, problem, onChange }: SexFieldProps): ReactNode {
  const t = useT();
  return (
    <Cards
      legend={t('in.sex')}
      name="sex"
      value={value}
      problem={blames(problem, 'sex')}
      options={(['2', '1', '0'] as const).map((sex) => ({
        value: sex,
        title: sex === '0' ? t('in.sex-unknown') : t(`people.sex.${sex}`),
      }))}
      onChange={onChange}
    />
  );
}

interface RelationFieldProps {
  readonly value: Relation;
  readonly onChange: (relation: Relation) => void;
}
/** To the head of the household, who is not asked about. */
export function RelationField({ value, onChange }: RelationFieldProps): ReactNode {
  const t = useT();
  return (
    <PickField
      label={t('in.relation')}
      value={value}
      options={relations
        .filter((one) => one !== '01' && one !== '02')
        .map((one) => ({ value: one, label: t(`relation.${one}` as Key) }))}
      onChange={(relation) => onChange(relation ?? value)}
    />
  );
}
