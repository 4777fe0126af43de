// SPDX-License-Identifier: Apache-2.0
import type { AffairForm, FilledField, FilledMaterial } from '@lilong/contracts/affairs';
import { expect, test } from 'vitest';
import { lackOf, sentOf, type Told } from './told.ts';

const field = (key: string, more: Partial<FilledField> = {}): FilledField => ({
  ...{ key, title: key, titleEn: null, type: 'text', required: true, help: null, max: null },
  ...{ min: null, choices: [], element: null, when: null, held: null, ...more },
});
const paper = (key: string, more: Partial<FilledMaterial> = {}): FilledMaterial => ({
  ...{ key, name: key, nameEn: null, source: 'applicant', kind: 'copy', copies: 1 },
  ...{ need: 'required', note: null, freshDays: null, when: null, held: null },
  ...{ certificate: null, earlier: null, ...more },
});
const renting = { question: 'home', is: ['rented'] };
const held = { says: '王*', source: '公安', day: null };
const card = { from: 'registry', says: '310*', source: '公安', ref: null, to: null } as const;
const form = {
  item: { questions: [{ key: 'home', ask: '房子是谁的', askEn: null, choices: [] }] },
  fields: [
    field('name', { held, element: 'person.name' }),
    field('rent', { type: 'integer', when: renting }),
    field('note', { required: false }),
  ],
  materials: [paper('id', { held: card }), paper('lease', { when: renting })],
} as unknown as AffairForm; // what the form is made of besides is not asked here

const photo = { id: 'a', blob: new Blob(), no: 350 };
const told = (part: Partial<Told>): Told => ({ questions: {}, fields: {}, photos: {}, ...part });

test('what the city holds, and what an answer makes needless, is neither asked for nor sent', () => {
  const owner = told({
    questions: { home: 'own' },
    fields: { name: '王五', rent: '3500', note: ' ' },
    photos: { id: [photo], lease: [photo] },
  });
  expect(lackOf(form, owner)).toBeUndefined();
  expect(sentOf(form, owner)).toEqual({ questions: { home: 'own' }, fields: {}, materials: [] });
});

test('what lacks is said in the order of the page: question, field, paper', () => {
  expect(lackOf(form, told({}))?.field).toBe('questions.home');
  const renter = told({ questions: { home: 'rented' } });
  expect(lackOf(form, renter)).toMatchObject({ field: 'fields.rent', facts: { name: 'rent' } });
  const typed = { ...renter, fields: { rent: '3500' } };
  expect(lackOf(form, typed)?.field).toBe('materials.lease');
  const whole = { ...typed, photos: { lease: [photo] } };
  expect(lackOf(form, whole)).toBeUndefined();
  expect(sentOf(form, whole)).toEqual({
    questions: { home: 'rented' },
    fields: { rent: 3500 },
    materials: [{ key: 'lease', how: 'file', files: [350] }],
  });
});

test('a paper of an earlier matter is one tap, and only while it is offered', () => {
  const earlier = {
    ref: 'A310101002-10',
    itemName: '事',
    itemNameEn: null,
    on: '2026-10-03',
    at: null,
  };
  const offered = {
    ...form,
    materials: [paper('lease', { earlier: { ...earlier, pictures: 2 } })],
  };
  const renter = told({ questions: { home: 'rented' }, fields: { rent: '3500' } });
  expect(lackOf(offered, renter)?.field).toBe('materials.lease');
  const reused = { ...renter, reused: ['lease'] };
  expect(lackOf(offered, reused)).toBeUndefined();
  expect(sentOf(offered, reused).materials).toEqual([{ key: 'lease', how: 'earlier' }]);
  expect(lackOf(form, reused)?.field).toBe('materials.lease');
});

test('a number that is none goes as it was typed: the server says what is wrong with it', () => {
  const renter = told({ questions: { home: 'rented' }, fields: { rent: '三千' } });
  expect(sentOf(form, renter).fields).toEqual({ rent: '三千' });
});
