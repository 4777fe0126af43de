// SPDX-License-Identifier: Apache-2.0
import { readId } from '@lilong/contracts/id-number';
import { relations } from '@lilong/contracts/registry';
import { expect, test } from 'vitest';
import { asOf } from './days.ts';
import { isSyntheticId, isSyntheticPhone } from './numbers.ts';
import { peopleIn, peopleOf } from './people.ts';
import { type ListedCommittee, planOf } from './plan.ts';
import type { Person } from './settle.ts';
import { readLabels } from './surroundings.ts';

const committees: ListedCommittee[] = Array.from({ length: 60 }, (_, ordinal) => ({
  no: 310101002001000 + ordinal * 1000,
  name: ordinal % 6 === 5 ? `示例${ordinal}村村委会` : `示例${ordinal}居委会`,
  ordinal,
}));
const plans = planOf(committees, new Map(committees.map(({ no }) => [no, 2_000])), {
  person: 1,
  home: 1,
  institution: 1,
});
const all = [...peopleOf(plans, () => [], 7)];
const households = all.flatMap((one) => one.households);
const people = households.flatMap((household) => household.people);
const yearMs = 365.2425 * 86_400_000;
const ageOf = ({ bornOn }: Person): number => (Date.parse(asOf) - Date.parse(bornOn)) / yearMs;
const share = (holds: (person: Person) => boolean, of = people): number =>
  (100 * of.filter(holds).length) / of.length;

test('a committee has the same people each time, made alone or with the others, and others by another seed', () => {
  const [, second] = plans;
  if (second === undefined) throw new Error('no plan');
  expect(peopleIn(second, [], 7)).toEqual(all[1]);
  expect(peopleIn(second, [], 8)).not.toEqual(all[1]);
  const moved = { ...second, firstPerson: 500_001, firstHome: 90_001 };
  expect(peopleIn(moved, [], 7).households[0]?.people[0]).toMatchObject({
    ...all[1]?.households[0]?.people[0],
    no: 500_001,
  });
});

test.each([
  ['0 to 14', (one: Person) => ageOf(one) < 15, 9.8, 0.8],
  ['60 and older', (one: Person) => ageOf(one) >= 60, 23.4, 1],
  ['65 and older', (one: Person) => ageOf(one) >= 65, 16.3, 1],
  ['men', (one: Person) => one.sex === 1, 51.8, 0.7],
  ['registered outside the city', (one: Person) => one.registered === 'outside', 42.1, 2],
  ['of a minority', (one: Person) => one.nation !== '01' && one.nation !== null, 1.6, 0.3],
  ['owners of a second home', (one: Person) => one.owns !== null, 3, 1],
] as const)('%s are as many as published', (_, holds, percent, within) => {
  expect(Math.abs(share(holds) - percent)).toBeLessThan(within);
});

test('a household has 2.32 people; who comes from outside is younger and rents', () => {
  expect(people.length / households.length).toBeCloseTo(2.32, 1);
  const comers = people.filter(({ registered }) => registered === 'outside');
  expect(share((one) => ageOf(one) >= 60, comers)).toBeLessThan(8);
  expect(
    share(({ staysAs }) => staysAs === 'renter' || staysAs === 'family', comers),
  ).toBeGreaterThan(80);
});

test('every number has its check digit, says the birthday and sex, and is nobody’s', () => {
  const says = ({ id, document, bornOn, sex }: Person): boolean => {
    const facts = readId(id);
    return document !== '111' || (facts?.bornOn === bornOn && facts.sex === sex);
  };
  expect(people.filter((one) => !says(one) || !isSyntheticId(one.id))).toEqual([]);
  expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
  const phones = people.flatMap(({ phone }) => phone ?? []);
  expect(phones.filter((one) => !/^1[3-9]\d{9}$/.test(one) || !isSyntheticPhone(one))).toEqual([]);
  expect(new Set(phones).size).toBe(phones.length);
  expect(isSyntheticId('310101194912100016')).toBe(false);
});

test('households have one head who is grown, relations of the code list, and names that differ', () => {
  const known = new Set<string>(relations);
  const isSound = (members: readonly Person[]): boolean =>
    members.filter(({ relation }) => relation === '02').length === 1 &&
    members.every(({ relation }) => known.has(relation)) &&
    ageOf(members[0] as Person) > 17 &&
    new Set(members.map(({ name }) => name)).size === members.length;
  expect(households.filter((one) => !isSound(one.people))).toEqual([]);
});

/** A parent, a child of theirs, and the head whose surname the child has. */
type Pair = readonly [Person | undefined, Person | undefined, Person | undefined];

test('children are called as the head is, and parents are at least 18 years older', () => {
  const families = households
    .map((one) => one.people)
    .filter(([head, spouse]) => head?.sex === 1 && spouse?.relation === '10');
  const pairs = families.flatMap(([head, mother, ...others]) =>
    others.flatMap((one): Pair[] => {
      if (/^[23]0$/.test(one.relation)) return [[mother, one, head]];
      return one.relation === '50' ? [[one, head, undefined]] : [];
    }),
  );
  expect(pairs.length).toBeGreaterThan(1000);
  const surname = (person: Person | undefined) => person?.name.slice(0, 1);
  const isWrong = ([parent, child, head]: Pair): boolean =>
    ageOf(parent as Person) - ageOf(child as Person) < 18 ||
    (head !== undefined && surname(head) !== surname(child));
  expect(pairs.filter(isWrong)).toEqual([]);
});

test('homes have one door each, enough for all, in order; some are empty', () => {
  for (const { plan, homes, households: living } of all) {
    expect(homes).toHaveLength(plan.homes);
    expect(new Set(homes.map(({ door }) => door)).size).toBe(homes.length);
    expect(homes.every(({ no }, at) => no === plan.firstHome + at)).toBe(true);
    expect(homes.every(({ floor, lift }) => lift || (floor ?? 0) <= 7)).toBe(true);
    const used = new Set(living.map(({ home }) => home));
    expect(used.size / homes.length).toBeLessThan(1);
    expect(used.size / homes.length).toBeGreaterThan(0.85);
  }
});

test('labels are of the dictionary, none is computed, and who lives alone is old and alone', () => {
  const labels = readLabels();
  const codes = [...new Set(people.flatMap((one) => one.labels.map(({ code }) => code)))];
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => (labels.get(code)?.kind ?? 'computed') === 'computed')).toEqual([]);
  const alone = households.filter(({ people: members }) =>
    members.some((one) => one.labels.some(({ code }) => code === 'lives_alone')),
  );
  expect(alone.length).toBeGreaterThan(1000);
  const isWrong = (members: readonly Person[]) =>
    members.length > 1 || ageOf(members[0] as Person) < 60;
  expect(alone.filter((one) => isWrong(one.people))).toEqual([]);
});
