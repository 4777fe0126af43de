// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { numberAfter, readClasses, readTime } from './slips.ts';

const services = [
  { service: 'general', letter: 'A' },
  { service: 'insurance', letter: 'B' },
];

test('a time is read as it is typed in a hurry', () => {
  expect(['915', '9:15', '09：15', '0915'].map(readTime)).toEqual(Array(4).fill('09:15'));
  expect(['', '9', '2460', '9:75', 'x'].map(readTime)).toEqual(Array(5).fill(undefined));
});

test('letters are classes, each once; a letter that is none is no class', () => {
  expect(readClasses('ab a', services)).toEqual(['general', 'insurance']);
  expect(readClasses('AX', services)).toBeUndefined();
  expect(readClasses('', services)).toBeUndefined();
});

test('the next slip has the next number', () => {
  expect(['K012', '7', 'k99', ''].map(numberAfter)).toEqual(['K013', 'K008', 'K100', '']);
});
