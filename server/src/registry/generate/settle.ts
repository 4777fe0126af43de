// SPDX-License-Identifier: Apache-2.0
// A household moves in: its members get names, numbers, a 户籍 and a way of staying.
import type { StaysAs } from '@lilong/contracts/registry';
import { isLucky, pick, type Random, reached, type Steps } from './chance.ts';
import { bornAt, sinceSome } from './days.ts';
import type { Draft, HouseholdDraft, Registered, SexDrawn } from './drafts.ts';
import type { Home } from './homes.ts';
import { type LabelDrawn, labelsOf } from './label-rates.ts';
import { type Named, namesIn } from './names.ts';
import type { numbersOf } from './numbers.ts';
import { homeTown, nationOf } from './origins.ts';
import { type Address, type CommitteePlan, homeNearby } from './plan.ts';

export interface Household {
  readonly no: number;
  /** The household of the 户口簿, when it has one in the city: here, or in another committee of the street. */
  readonly book: (Address & { readonly no: number }) | null;
  readonly kind: 'living' | 'collective';
  /** Index of the home among the committee's. */
  readonly home: number;
  readonly isLet: boolean;
  readonly from: string;
  readonly people: readonly Person[];
}
export interface Person extends Named {
  readonly no: number;
  readonly sex: SexDrawn;
  readonly bornOn: string;
  readonly nation: string | null;
  readonly registered: Registered;
  /** Six digits, when registered outside the city. */
  readonly homeTown: string | null;
  readonly relation: string;
  readonly staysAs: StaysAs;
  readonly from: string;
  readonly document: '111' | '414';
  readonly id: string;
  readonly phone: string | null;
  readonly labels: readonly LabelDrawn[];
  /** Index of a home of the committee that is theirs and let to others. */
  readonly owns: number | null;
}

/** What a committee has while its households move in. */
export interface Settling {
  readonly plan: CommitteePlan;
  readonly homes: readonly Home[];
  readonly numbers: ReturnType<typeof numbersOf>;
  /** Homes that are let, so far. */
  readonly rented: number[];
  readonly random: Random;
}

/** 人户分离 within the city; and who rents, or owns a second home. */
const NEAR = 0.3;
const CITY_RENTS = 0.1;
const COMER_RENTS = 0.82;
const OWNS_ANOTHER = 0.11;

/** Moves a household into a home; `first` people of the committee came before. */
export function settle(
  settling: Settling,
  draft: HouseholdDraft,
  first: number,
  home: number,
): Household {
  const { plan, rented, random } = settling;
  const isCity = draft.origin === 'city';
  const isLet = isLucky(random, isCity ? CITY_RENTS : COMER_RENTS);
  const near = isCity && isLucky(random, NEAR) ? homeNearby(plan, random) : undefined;
  const no = 2 * (plan.firstPerson + first); // of the head, so that no two are alike
  const at = near === undefined ? 'here' : 'near';
  const people = draft.members.map((member, nth) =>
    personOf(settling, { draft, member, index: first + nth, at, isLet, home }),
  );
  if (isLet) rented.push(home);
  const registered = near ?? { place: plan.place, home: plan.firstHome + home };
  return {
    no,
    book: isCity ? { no: no + 1, ...registered } : null,
    kind: draft.kind,
    home,
    isLet,
    from: people.reduce((earliest, { from }) => (from < earliest ? from : earliest), '9999'),
    people,
  };
}

interface Joining {
  readonly draft: HouseholdDraft;
  readonly member: Draft;
  readonly index: number;
  readonly at: 'here' | 'near';
  readonly isLet: boolean;
  readonly home: number;
}

function personOf(settling: Settling, joining: Joining): Person {
  const { plan, numbers, rented, homes, random } = settling;
  const { draft, member, index, isLet } = joining;
  const bornOn = bornAt(member.age, random);
  const registered = registeredAs(joining);
  const foreign = registered === 'abroad';
  const tenure = homes[joining.home]?.tenure ?? '';
  const second = member.relation === '02' && !isLet && rented.length > 0;
  return {
    no: plan.firstPerson + index,
    ...nameOf(draft, member, bornOn, random),
    sex: member.sex,
    bornOn,
    nation: foreign ? null : nationOf(random),
    registered,
    homeTown: registered === 'outside' ? homeTown(random) : null,
    relation: member.relation,
    staysAs: staysAs(member, isLet, tenure, random),
    from: sinceSome(draft.origin === 'city' && !isLet ? 32 : 9, bornOn, random),
    document: foreign ? '414' : '111',
    id: foreign ? numbers.foreign(index) : numbers.id(bornOn, member.sex),
    phone: isLucky(random, hasPhone(member.age)) ? numbers.phone(index) : null,
    labels: labelsOf(factsOf(draft, member, registered, tenure), random),
    owns: second && isLucky(random, OWNS_ANOTHER) ? pick(random, rented) : null,
  };
}

/** Names of the households that are moving in. */
const namers = new WeakMap<HouseholdDraft, ReturnType<typeof namesIn>>();

/** The names of one household are drawn together: see `namesIn`. */
function nameOf(draft: HouseholdDraft, member: Draft, bornOn: string, random: Random): Named {
  const known = namers.get(draft) ?? namesIn(draft.origin, random);
  namers.set(draft, known);
  return known(member.line, member.sex, bornOn);
}

function registeredAs({ draft, member, at }: Joining): Registered {
  if (draft.origin === 'abroad') return 'abroad';
  return draft.origin === 'outside' || member.outside === true ? 'outside' : at;
}

function factsOf(draft: HouseholdDraft, member: Draft, registered: Registered, tenure: string) {
  return {
    age: member.age,
    sex: member.sex,
    origin: registered === 'outside' ? 'outside' : draft.origin,
    together: draft.members.length,
    old: draft.members.filter(({ age }) => age >= 60).length,
    isHead: member.relation === '02',
    tenure,
  } as const;
}

const isPublic = (tenure: string): boolean =>
  ['public', 'unit_public', 'low_rent', 'public_rental'].includes(tenure);

function staysAs(member: Draft, isLet: boolean, tenure: string, random: Random): StaysAs {
  if (member.staysAs !== undefined) return member.staysAs;
  const isHead = member.relation === '02';
  if (isLet) return isHead || member.relation === '99' ? 'renter' : 'family';
  if (isHead) return isPublic(tenure) ? 'tenant' : 'owner';
  if (member.relation === '10' && !isPublic(tenure) && isLucky(random, 0.6)) return 'owner';
  return member.relation === '99' ? 'guest' : 'family';
}

/** How many have a phone of their own, from the oldest down. */
const phones: Steps<number> = [
  [85, 0.6],
  [75, 0.82],
  [14, 0.97],
  [8, 0.35],
  [0, 0.02],
];
const hasPhone = (age: number): number => reached(phones, age) ?? 0;
