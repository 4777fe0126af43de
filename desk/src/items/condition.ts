// SPDX-License-Identifier: Apache-2.0
// One condition of a rule while it is written: about what, and how it is tried. Pure.
import type { HeldElement } from '@lilong/contracts/affair-items';
import type { Condition } from '@lilong/contracts/item-body';

export const tries = ['known', 'is', 'atLeast', 'below', 'between', 'begins'] as const;
export type Try = (typeof tries)[number];

/** How the condition is tried as it stands. */
export function tryOf({ is, atLeast, below, begins }: Condition): Try {
  if (is !== undefined) return 'is';
  if (begins !== undefined) return 'begins';
  if (atLeast !== undefined && below !== undefined) return 'between';
  if (atLeast !== undefined) return 'atLeast';
  return below === undefined ? 'known' : 'below';
}

const numbered: readonly HeldElement[] = ['person.age', 'home.area_m2'];
const named: readonly HeldElement[] = ['person.registered_in', 'person.committee', 'person.nation'];
const listed: readonly HeldElement[] = ['person.sex', 'person.labels', 'home.tenure'];

/** What makes sense of an element: an age is compared, a sex is chosen. */
export function triesFor(element: HeldElement | undefined): readonly Try[] {
  if (element === undefined) return ['is'];
  if (numbered.includes(element)) return ['known', 'atLeast', 'below', 'between'];
  if (named.includes(element)) return ['known', 'begins', 'is'];
  return listed.includes(element) ? ['known', 'is'] : ['known'];
}

type Words = Pick<Condition, 'otherwise' | 'says' | 'saysEn'>;
const wordsOf = ({ otherwise, says, saysEn }: Condition): Words => ({
  ...(otherwise === undefined ? {} : { otherwise }),
  ...(says === undefined ? {} : { says }),
  ...(saysEn === undefined ? {} : { saysEn }),
});
const about = ({ element, question }: Condition): Condition =>
  element === undefined ? { ...(question === undefined ? {} : { question }) } : { element };

/** Tried another way; what was tried before goes, what is told stays. */
export function triedBy(condition: Condition, how: Try): Condition {
  const { is = [''], atLeast = 0, below = 0, begins = '' } = condition;
  const tested: Record<Try, Condition> = {
    known: { known: true },
    is: { is },
    atLeast: { atLeast },
    below: { below },
    between: { atLeast, below },
    begins: { begins },
  };
  return { ...about(condition), ...tested[how], ...wordsOf(condition) };
}

/** About an element. */
export const ofElement = (condition: Condition, element: HeldElement): Condition => {
  const { question, ...told } = condition;
  const [first = 'known', ...others] = triesFor(element);
  const before = tryOf(condition);
  const how = question === undefined && others.includes(before) ? before : first;
  return triedBy({ ...told, element }, how);
};
/** About the answer to a question. */
export const ofQuestion = (condition: Condition, question: string, first: string): Condition => ({
  ...{ question, is: [first] },
  ...wordsOf(condition),
});
