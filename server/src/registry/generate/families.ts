// SPDX-License-Identifier: Apache-2.0
// Households of people who are registered in the city. Shares: docs/sources.md.
import { between, drawFrom, isLucky, type Random } from './chance.ts';
import { child, type Draft, head, MAN, oldAge, sexOf, spouse, WOMAN } from './drafts.ts';

type Kind =
  | 'old_alone'
  | 'old_couple'
  | 'alone'
  | 'couple'
  | 'family'
  | 'one_parent'
  | 'three_generations'
  | 'grown_child';

const kindOf = drawFrom<Kind>([
  ['old_alone', 6],
  ['old_couple', 31],
  ['alone', 12],
  ['couple', 10],
  ['family', 19],
  ['one_parent', 3],
  ['three_generations', 10],
  ['grown_child', 10],
]);

/** Husbands and wives from elsewhere, and carers of the old. */
const SPOUSE_OUTSIDE = 0.1;
const CARER = 0.03;

/** One household of the city's own. */
export function familyOf(random: Random): Draft[] {
  const kind = kindOf(random);
  const members = makers[kind](random);
  if (kind.startsWith('old_') && isLucky(random, CARER)) return [...members, carer(random)];
  return members;
}

const makers: Record<Kind, (random: Random) => Draft[]> = {
  old_alone: (random) => [head(Math.max(oldAge(random), oldAge(random)), sexOf(random, 0.33))],
  old_couple: (random) => oldPair(oldAge(random), random),
  alone: (random) => [head(between(random, 24, 59), sexOf(random, 0.54))],
  couple: (random) => pair(between(random, 26, 59), random),
  family: (random) => {
    const parents = pair(between(random, 28, 56), random);
    return [...parents, ...children(parents[1]?.age ?? 30, random)];
  },
  one_parent: (random) => {
    const parent = head(between(random, 32, 58), sexOf(random, 0.25));
    return [parent, ...children(parent.age, random).slice(0, 1)];
  },
  three_generations: (random) => {
    const parents = pair(between(random, 28, 46), random);
    const hers = isLucky(random, 0.3);
    const [his, her] = [parents[0]?.age ?? 34, parents[1]?.age ?? 33];
    return [
      ...parents,
      ...children(her, random).map((one) => ({ ...one, age: Math.min(one.age, 16) })),
      ...elders(hers ? her : his, hers, random),
    ];
  },
  grown_child: (random) => {
    const grown = head(between(random, 27, 58), sexOf(random, 0.56));
    return [grown, ...elders(grown.age, false, random)];
  },
};

function pair(age: number, random: Random): Draft[] {
  const wife = spouse(Math.max(22, age - between(random, -2, 4)), WOMAN);
  const outside = age < 50 && isLucky(random, SPOUSE_OUTSIDE);
  return [head(age, MAN), outside ? { ...wife, outside: true } : wife];
}

/** Two who grew old together; of those over 80 often one is left, mostly the wife. */
function oldPair(age: number, random: Random): Draft[] {
  const wife = Math.max(57, age - between(random, -2, 5));
  if (age < 80 || isLucky(random, 0.55)) return [head(age, MAN), spouse(wife, WOMAN)];
  return [isLucky(random, 0.7) ? head(wife, WOMAN) : head(age, MAN)];
}

/** One child, of late sometimes two; who is grown has mostly left. */
function children(mother: number, random: Random): Draft[] {
  const age = Math.max(0, Math.min(24, mother - between(random, 25, 33)));
  const first = child(age, random);
  const second = age > 2 && age < 16 && isLucky(random, 0.2);
  return second ? [first, child(Math.max(0, age - between(random, 2, 5)), random)] : [first];
}

/** Parents of the head, or of the wife: both, or who is left. */
function elders(of: number, hers: boolean, random: Random): Draft[] {
  const age = of + between(random, 24, 30);
  const relation = hers ? '55' : '50';
  const father: Draft = { age: age + 1, sex: MAN, relation, line: hers ? 1 : 0 };
  const mothers = hers ? '56' : '50';
  const mother: Draft = {
    age: age - between(random, 0, 3),
    sex: WOMAN,
    relation: mothers,
    line: 2,
  };
  if (isLucky(random, age < 75 ? 0.55 : 0.3)) return [father, mother];
  return [isLucky(random, 0.68) ? mother : father];
}

function carer(random: Random): Draft {
  const age = between(random, 42, 60);
  return { age, sex: WOMAN, relation: '99', line: 9, outside: true, staysAs: 'carer' };
}
