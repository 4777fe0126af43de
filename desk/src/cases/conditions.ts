// SPDX-License-Identifier: Apache-2.0
import type { CasePage } from '@lilong/contracts/case-shapes';
import { useLanguage } from '@lilong/ui/words.tsx';
import { useT } from '../words.ts';
import { useInForce } from './catalogue.ts';
import { useCategories } from './categories.ts';

export type Condition = CasePage['conditions'][number];

/** The conditions of a category in force today, in their order; its bare limits where the city wrote no words for them. */
export function useConditions(category: string | undefined): readonly Condition[] {
  const t = useT();
  const chosen = useCategories()?.categories.find(({ key }) => key === category);
  const rows = useInForce('condition', {
    q: `${category ?? ''}/`,
    enabled: category !== undefined,
  });
  if (rows === undefined) return [];
  const written = rows.filter(({ body }) => body.category === category);
  if (written.length > 0)
    return written.map(({ body }) => conditionOf(body)).sort((a, b) => a.order - b.order);
  return (chosen?.limits ?? []).map((limit, at) => ({
    order: at + 1,
    limit,
    registerWhen: t('register.grade', { name: chosen?.name ?? '', order: at + 1 }),
    registerWhenEn: null,
    closeWhen: '',
    closeWhenEn: null,
  }));
}

const conditionOf = (body: Readonly<Record<string, unknown>>): Condition => ({
  order: Number(body.order),
  limit: String(body.limit),
  registerWhen: String(body.registerWhen),
  registerWhenEn: textOf(body.registerWhenEn),
  closeWhen: String(body.closeWhen),
  closeWhenEn: textOf(body.closeWhenEn),
});
const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

export type When = Pick<Condition, 'registerWhen' | 'registerWhenEn' | 'closeWhen' | 'closeWhenEn'>;

/** The words of a condition in the reader's language, where the city wrote them. */
export function useConditionWords(): Record<'register' | 'close', (one: When) => string> {
  const english = useLanguage() === 'en';
  return {
    register: (one) => (english ? one.registerWhenEn : null) ?? one.registerWhen,
    close: (one) => (english ? one.closeWhenEn : null) ?? one.closeWhen,
  };
}

/** A closing condition that was kept word for word, in the reader's language while the case still has it. */
export function useClosingWords(conditions: readonly When[]): (closing: string) => string {
  const { close } = useConditionWords();
  return (closing) => {
    const own = conditions.find(({ closeWhen }) => closeWhen === closing);
    return own === undefined ? closing : close(own);
  };
}
