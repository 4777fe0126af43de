// SPDX-License-Identifier: Apache-2.0
// The people of one committee, always the same ones. All of them are invented. Shares: docs/sources.md.
import { isLucky, type Random, randomOf, seedOf, shuffledNumbers } from './chance.ts';
import { comersOf, foreignersOf } from './comers.ts';
import type { Door } from './doors.ts';
import type { HouseholdDraft } from './drafts.ts';
import { familyOf } from './families.ts';
import { type Home, homesOf } from './homes.ts';
import { numbersOf } from './numbers.ts';
import type { CommitteePlan } from './plan.ts';
import { type Household, type Settling, settle } from './settle.ts';

export interface Peopled {
  readonly plan: CommitteePlan;
  readonly homes: readonly Home[];
  readonly households: readonly Household[];
}

/** With those who married into the city 42.1 % are registered outside; more in one committee than in another. */
const OUTSIDE = 0.406;
const OUTSIDE_SPREAD = 0.4;
/** Mean size of a household of comers and of one of the city, by which people become households. */
const sizes = { outside: 2.3, city: 2.34 };
const ABROAD = 0.006;

/** Makes one committee after the other; only one at a time is in the memory. */
export function* peopleOf(
  plans: Iterable<CommitteePlan>,
  doorsOf: (place: number) => readonly Door[],
  seed: number,
): Generator<Peopled> {
  for (const plan of plans) yield peopleIn(plan, doorsOf(plan.place), seed);
}

export function peopleIn(plan: CommitteePlan, doors: readonly Door[], seed: number): Peopled {
  const random = randomOf(Math.imul(seed, 0x9e3779b1) ^ seedOf(plan.place) ^ (plan.size << 7));
  const homes = homesOf(plan, doors, random);
  const order = shuffledNumbers(homes.length, random);
  const draw = householdsOf(random);
  const settling: Settling = { plan, homes, numbers: numbersOf(plan.ordinal), rented: [], random };
  const households: Household[] = [];
  for (let made = 0; made < plan.size; ) {
    const home = order[households.length % homes.length] ?? 0;
    const household = settle(settling, cut(draw(), plan.size - made), made, home);
    households.push(household);
    made += household.people.length;
  }
  return { plan, homes, households };
}

/** Draws households so that the people, not the households, are of each origin as often as they should be. */
function householdsOf(random: Random): () => HouseholdDraft {
  const share = OUTSIDE * (1 + OUTSIDE_SPREAD * (2 * random() - 1));
  const outside = share / sizes.outside;
  const chance = outside / (outside + (1 - share) / sizes.city);
  return () => {
    if (isLucky(random, ABROAD)) return foreignersOf(random);
    if (isLucky(random, chance)) return comersOf(random);
    return { origin: 'city', kind: 'living', members: familyOf(random) };
  };
}

/** The last household is no larger than what is left of the committee. */
const cut = (draft: HouseholdDraft, most: number): HouseholdDraft =>
  draft.members.length <= most ? draft : { ...draft, members: draft.members.slice(0, most) };
