// SPDX-License-Identifier: Apache-2.0
import type { AffairForm } from '@lilong/contracts/affairs';
import { expect, test } from 'vitest';
import { nothingTaken, saidOf } from './receiving.ts';

const held = { says: '王*', source: '公安', day: null };
const form = {
  fields: [
    { key: 'name', type: 'text', held, when: null },
    { key: 'rent', type: 'integer', held: null, when: { question: 'home', is: ['rented'] } },
  ],
  materials: [
    { key: 'id', held, earlier: null, when: null },
    { key: 'lease', held: null, earlier: { ref: 'A310101002-10' }, when: null },
  ],
} as unknown as AffairForm; // what the form is made of besides is not asked here

test('nothing that the city holds is sent; where nothing was said, what was begun at home holds', () => {
  expect(saidOf(form, nothingTaken)).toEqual({});
  expect(saidOf(form, { ...nothingTaken, papers: ['id'], fields: { rent: '3500' } })).toEqual({});
  const taken = {
    ...{ ...nothingTaken, questions: { home: 'rented' } },
    ...{ fields: { rent: '3500' }, papers: ['lease'] },
  };
  expect(saidOf(form, { ...taken, reused: ['lease'] }).materials).toEqual([
    { key: 'lease', how: 'earlier' },
  ]);
  expect(saidOf(form, taken)).toEqual({
    questions: { home: 'rented' },
    fields: { rent: 3500 },
    materials: [{ key: 'lease', how: 'paper' }],
  });
});
