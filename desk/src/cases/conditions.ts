// SPDX-License-Identifier: Apache-2.0
import type { CasePage } from '@lilong/contracts/case-shapes';
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
    closeWhen: '',
  }));
}

const conditionOf = (body: Readonly<Record<string, unknown>>): Condition => ({
  order: Number(body.order),
  limit: String(body.limit),
  registerWhen: String(body.registerWhen),
  closeWhen: String(body.closeWhen),
});
