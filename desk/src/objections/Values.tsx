// SPDX-License-Identifier: Apache-2.0
import type { CardValue } from '@lilong/contracts/registry-values';
import type { ReactNode } from 'react';
import { useSource } from '../registry/said.ts';
import { useT } from '../words.ts';
import { Contest } from './Contest.tsx';
import type { About } from './ObjectForm.tsx';

/** Numbers stand by themselves, masked. */
const isNumber = (element: string): boolean =>
  element === 'person.id' || element === 'person.phone';

interface ValuesProps {
  readonly title: string;
  readonly values: readonly CardValue[];
  readonly about: About;
}

/** Each value with who said so, and beside it the way to say that it is wrong. */
export function Values({ title, values, about }: ValuesProps): ReactNode {
  const rows = values.filter(({ label, element }) => label === null && !isNumber(element));
  if (rows.length === 0) return null;
  return (
    <section className="part">
      <h3>{title}</h3>
      <ul className="values">
        {rows.map((value) => (
          <Value key={value.element} value={value} about={about} />
        ))}
      </ul>
    </section>
  );
}

function Value({ value, about }: Pick<ValuesProps, 'about'> & { readonly value: CardValue }) {
  const t = useT();
  const say = useSource();
  const { name, says, source } = value;
  return (
    <li className="value">
      <span className="value-what">{name}</span>
      <span className="value-says">
        {says ?? <span className="value-unknown">{t('objection.unknown')}</span>}
        {says !== null && source !== null && <small>{say(source)}</small>}
      </span>
      <Contest value={value} about={about} />
    </li>
  );
}
