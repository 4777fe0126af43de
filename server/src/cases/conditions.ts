// SPDX-License-Identifier: Apache-2.0

/** What must be true to register (立案) and to close (结案) a case, one per graded limit of its category. */
export interface Condition {
  /** From 1, in the order of the category's limits. */
  readonly order: number;
  /** `2UH`, `4WH`, `1WD`, `30UD`. */
  readonly limit: string;
  readonly registerWhen: string;
  readonly registerWhenEn: string;
  readonly closeWhen: string;
  readonly closeWhenEn: string;
  readonly source: string;
}

export interface ConditionedCategory {
  readonly kind: string;
  readonly name: string;
  readonly nameEn: string;
  readonly limits: readonly string[];
}

/** Words for categories nobody wrote conditions for; `{name}` is the category's. */
export interface GeneralCondition {
  readonly kind: string;
  readonly registerWhen: string;
  readonly registerWhenEn: string;
  readonly closeWhen: string;
  readonly closeWhenEn: string;
  /** Said after the first words when the category has several limits. */
  readonly gradedSuffix: string;
  readonly gradedSuffixEn: string;
  readonly source: string;
}

/** The written conditions of a category, or the general ones of its kind, one for each limit. */
export function conditionsFor(
  category: ConditionedCategory,
  written: readonly Condition[],
  general: readonly GeneralCondition[],
): readonly Condition[] {
  if (written.length > 0) return [...written].sort((a, b) => a.order - b.order);
  const words = general.find((one) => one.kind === category.kind);
  if (words === undefined) return [];
  const named = (text: string) => text.replaceAll('{name}', category.name);
  const inEnglish = (text: string) => text.replaceAll('{name}', category.nameEn);
  const graded = category.limits.length > 1;
  return category.limits.map((limit, at) => ({
    order: at + 1,
    limit,
    registerWhen: named(words.registerWhen) + (graded ? words.gradedSuffix : ''),
    registerWhenEn: inEnglish(words.registerWhenEn) + (graded ? words.gradedSuffixEn : ''),
    closeWhen: named(words.closeWhen),
    closeWhenEn: inEnglish(words.closeWhenEn),
    source: words.source,
  }));
}
