// SPDX-License-Identifier: Apache-2.0
import { readCredit } from '@lilong/contracts/id-number';
import { institutionKinds } from '@lilong/contracts/registry-institutions';
import { expect, test } from 'vitest';
import { addInstitutions } from './institution-rows.ts';
import { institutionsOf, mostInstitutions } from './institutions.ts';
import { peopleIn } from './people.ts';
import { type ListedCommittee, planOf } from './plan.ts';
import { emptyRows, type Surroundings } from './rows.ts';

const committees: ListedCommittee[] = Array.from({ length: 60 }, (_, ordinal) => ({
  no: 310101002001000 + ordinal * 1000,
  name: ordinal % 6 === 5 ? `示例${ordinal}村村委会` : `示例${ordinal}居委会`,
  ordinal,
}));
const sizes = new Map(committees.map(({ no, ordinal }) => [no, 200 + ordinal * 200]));
const plans = planOf(committees, sizes, { person: 1, home: 1, institution: 101 });

test('every committee has institutions of its own names, of nearly all nine kinds; the same each time', () => {
  for (const plan of plans) {
    const all = institutionsOf(plan);
    expect(institutionsOf(plan)).toEqual(all);
    expect(all.length).toBeLessThanOrEqual(mostInstitutions);
    expect(new Set(all.map(({ kind, name }) => `${kind} ${name}`)).size).toBe(all.length);
    const kinds = new Set(all.map(({ kind }) => kind));
    const isVillage = plan.name.endsWith('村委会');
    expect(institutionKinds.filter((kind) => !kinds.has(kind))).toEqual(
      isVillage ? ['owners', 'property'] : [],
    );
  }
  const [small, large] = [plans[0], plans.at(-2)].map(
    (plan) => plan && institutionsOf(plan).length,
  );
  expect(small).toBeLessThan(large ?? 0);
});

test('as rows: whole credit codes that nobody has, numbers of their own, and nobody holds two offices', () => {
  const [plan] = plans;
  if (plan === undefined) throw new Error('no plan');
  const rows = emptyRows();
  const now = new Date('2026-03-02T01:00:00Z');
  const around = { now, phone: () => '021-55550001' } as unknown as Surroundings; // all that is asked here
  addInstitutions(peopleIn(plan, [], 7), around, rows);
  const codes = rows.institution.flatMap((row) => (row[5] === null ? [] : [String(row[5])]));
  expect(codes.map(readCredit)).toEqual(codes.map(() => 'good'));
  expect(codes.filter((code) => !/^..313000LL/.test(code))).toEqual([]);
  expect(rows.institution.map((row) => row[1])).toEqual(
    rows.institution.map((_, nth) => 101 + nth),
  );
  const held = rows.member.map((row) => row[3]);
  expect(held.length).toBeGreaterThan(10);
  expect(new Set(held).size).toBe(held.length);
});
