// SPDX-License-Identifier: Apache-2.0
import type { StaysAs } from '@lilong/contracts/registry';
import { drawFrom, type Random } from './chance.ts';

export type SexDrawn = 1 | 2;

/** Where somebody is registered: at home, in another committee of the street, outside the city, nowhere in the country. */
export type Registered = 'here' | 'near' | 'outside' | 'abroad';

/** Somebody of a household, before names and numbers. */
export interface Draft {
  readonly age: number;
  readonly sex: SexDrawn;
  /** To the head, GB/T 4761 (`relations` of the contract). */
  readonly relation: string;
  /** Those of one line have one surname. */
  readonly line: number;
  /** Comes from elsewhere into a family of the city: a spouse, a carer. */
  readonly outside?: true;
  readonly staysAs?: StaysAs;
}

export interface HouseholdDraft {
  readonly origin: 'city' | 'outside' | 'abroad';
  readonly kind: 'living' | 'collective';
  readonly members: readonly Draft[];
}

const MAN = 1;
const WOMAN = 2;

export { MAN, WOMAN };

/** From 60 on, by five years; the share of 80 and above is that of the city. */
const oldFrom = drawFrom<number>([
  [60, 30],
  [65, 28],
  [70, 17],
  [75, 9],
  [80, 9],
  [85, 7],
  [90, 3.5],
  [95, 1],
]);
export const oldAge = (random: Random): number => oldFrom(random) + Math.floor(random() * 5);

export const sexOf = (random: Random, men: number): SexDrawn => (random() < men ? MAN : WOMAN);

export const child = (age: number, random: Random, line = 0): Draft => {
  const sex = sexOf(random, 0.52);
  return { age, sex, relation: sex === MAN ? '20' : '30', line };
};

export const head = (age: number, sex: SexDrawn): Draft => ({ age, sex, relation: '02', line: 0 });

export const spouse = (age: number, sex: SexDrawn): Draft => ({
  age,
  sex,
  relation: '10',
  line: 1,
});
