// SPDX-License-Identifier: Apache-2.0
// Households of people who came to the city (来沪, 境外). Shares: docs/sources.md.
import { between, drawFrom, isLucky, type Random } from './chance.ts';
import {
  child,
  type Draft,
  type HouseholdDraft,
  head,
  MAN,
  sexOf,
  spouse,
  WOMAN,
} from './drafts.ts';

type Kind = 'alone' | 'couple' | 'family' | 'with_elders' | 'followed' | 'sharing' | 'dormitory';

const kindOf = drawFrom<Kind>([
  ['alone', 30],
  ['couple', 26],
  ['family', 14],
  ['with_elders', 5],
  ['followed', 5], // 随迁老人 in a home of their own
  ['sharing', 16],
  ['dormitory', 5],
]);

/** One household from elsewhere in the country. */
export function comersOf(random: Random): HouseholdDraft {
  const kind = kindOf(random);
  return {
    origin: 'outside',
    kind: kind === 'dormitory' ? 'collective' : 'living',
    members: makers[kind](random),
  };
}

const makers: Record<Kind, (random: Random) => Draft[]> = {
  alone: (random) => [head(between(random, 19, 52), sexOf(random, 0.62))],
  couple: (random) => pair(between(random, 22, 56), random),
  family: (random) => {
    const parents = pair(between(random, 25, 48), random);
    return [...parents, ...children(parents[1]?.age ?? 25, random)];
  },
  with_elders: (random) => {
    const parents = pair(between(random, 27, 40), random);
    const small = children(parents[1]?.age ?? 27, random);
    return [
      ...parents,
      ...small.map((one) => ({ ...one, age: Math.min(one.age, 8) })),
      {
        age: (parents[0]?.age ?? 30) + between(random, 23, 30),
        sex: WOMAN,
        relation: '50',
        line: 2,
      },
    ];
  },
  followed: (random) => {
    const age = between(random, 59, 76);
    return [head(age, MAN), spouse(age - between(random, 0, 4), WOMAN)];
  },
  sharing: (random) => strangers(between(random, 2, 4), [19, 38], random),
  dormitory: (random) => strangers(between(random, 4, 7), [18, 52], random),
};

function pair(age: number, random: Random): Draft[] {
  return [head(age, MAN), spouse(Math.max(20, age - between(random, -1, 4)), WOMAN)];
}

function children(mother: number, random: Random): Draft[] {
  const age = between(random, 0, Math.max(1, Math.min(17, mother - 21)));
  const first = child(age, random);
  return age > 1 && isLucky(random, 0.3)
    ? [first, child(Math.max(0, age - between(random, 2, 4)), random)]
    : [first];
}

/** Nobody's relatives: each has a surname of their own. */
function strangers(count: number, [from, to]: readonly [number, number], random: Random): Draft[] {
  return Array.from({ length: count }, (_, at) => {
    const age = between(random, from, to);
    const sex = sexOf(random, 0.66);
    return at === 0 ? head(age, sex) : { age, sex, relation: '99', line: at };
  });
}

/** One household from abroad. */
export function foreignersOf(random: Random): HouseholdDraft {
  const age = between(random, 24, 62);
  const members = isLucky(random, 0.55)
    ? [head(age, sexOf(random, 0.6))]
    : [head(age, MAN), spouse(Math.max(22, age - between(random, -2, 5)), WOMAN)];
  return { origin: 'abroad', kind: 'living', members };
}
