// SPDX-License-Identifier: Apache-2.0
import type { PersonLine } from '@lilong/contracts/registry-find';
import type { ReactNode } from 'react';
import { useT } from '../words.ts';
import { useCode } from './said.ts';

type Somebody = Pick<PersonLine, 'name' | 'sex' | 'age'>;

/** Somebody in a list: name, sex, age. */
export function Who({ of: person }: { readonly of: Somebody }): ReactNode {
  return (
    <span className="reg-who">
      <b lang="zh-CN">{person.name}</b>
      <SexAge of={person} />
    </span>
  );
}

export function SexAge({ of: person }: { readonly of: Pick<Somebody, 'sex' | 'age'> }): ReactNode {
  const t = useT();
  const code = useCode();
  return (
    <>
      <span>{code('sex', person.sex)}</span>{' '}
      {person.age !== null && <span>{t('people.age', { age: person.age })}</span>}
    </>
  );
}
