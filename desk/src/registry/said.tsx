// SPDX-License-Identifier: Apache-2.0
// What the registry's codes say, and the small marks that lists and cards share.
import type { Companion, LabelMark, PersonLine } from '@lilong/contracts/registry';
import { Icon } from '@lilong/ui/Icons.tsx';
import { useLanguage } from '@lilong/ui/words.tsx';
import type { ReactNode } from 'react';
import { type Key, useT } from '../words.ts';

type Someone = Pick<PersonLine, 'sex' | 'age'>;

/** 女 77 岁. What is not known is left out. */
export function useSayPerson(): (one: Someone) => string {
  const t = useT();
  return ({ sex, age }) =>
    [t(`people.sex.${sex}`), age === null ? '' : t('people.age', { age })]
      .filter((part) => part !== '')
      .join(' ');
}

/** Relation to the head of the household (GB/T 4761); unknown codes say nothing. */
export function useSayRelation(): (relation: string | null) => string {
  const t = useT();
  return (relation) => (relation === null ? '' : t(`relation.${relation}` as Key));
}

/** 人户 state: a word, and a shape beside it where somebody is not where the books say. */
export function StandingTag({ standing }: { readonly standing: Companion['standing'] }): ReactNode {
  const t = useT();
  return <span className={`tag standing-${standing}`}>{t(`standing.${standing}`)}</span>;
}

/** Labels; one that somebody should have looked at again has a mark and says so. */
export function LabelMarks({ labels }: { readonly labels: readonly LabelMark[] }): ReactNode {
  const t = useT();
  const english = useLanguage() === 'en';
  return labels.map(({ code, name, nameEn, due }) => (
    <span key={code} className={due ? 'tag label-due' : 'tag label-mark'}>
      {due && <Icon name="clock" size={14} />}
      {(english ? nameEn : null) ?? name}
      {due && <span className="unseen">{t('people.look-again-due')}</span>}
    </span>
  ));
}
