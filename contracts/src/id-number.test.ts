// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { creditCheckOf, idCheckOf, readCredit, readId, tidyId } from './id-number.ts';

test.each([
  ['11010519491231002X', { area: '110105', bornOn: '1949-12-31', sex: 2 }],
  ['440524188001010014', { area: '440524', bornOn: '1880-01-01', sex: 1 }],
  ['310101194912100016', { area: '310101', bornOn: '1949-12-10', sex: 1 }],
])('%s is read', (id, facts) => {
  expect(readId(id)).toEqual(facts);
});

test.each([
  ['310101194912100017', 'wrong check digit'],
  ['31010119491210001', 'too short'],
  ['310101194902300019', 'no such day'],
  ['010101194912100016', 'no such area'],
  ['', 'nothing'],
])('%s is none: %s', (id) => {
  expect(readId(id)).toBeUndefined();
});

test('a number is tidied as people type it', () => {
  expect(tidyId(' 11010519491231002x ')).toBe('11010519491231002X');
  expect(tidyId('１１０１０５ 19491231 002X')).toBe('11010519491231002X');
});

const digits17 = fc
  .tuple(
    fc.integer({ min: 110000, max: 829999 }),
    fc.date({ min: new Date('1900-01-01'), max: new Date('2026-11-26'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(
    ([area, born, order]) =>
      `${area}${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`,
  );

test('one wrong digit or two that changed places are noticed', () => {
  fc.assert(
    fc.property(
      digits17,
      fc.integer({ min: 0, max: 16 }),
      fc.integer({ min: 1, max: 9 }),
      (first, at, by) => {
        const id = first + idCheckOf(first);
        expect(readId(id)).toBeDefined();
        const wrong = `${id.slice(0, at)}${(Number(id[at]) + by) % 10}${id.slice(at + 1)}`;
        expect(readId(wrong)).toBeUndefined();
        const swapped = `${id.slice(0, at)}${id[at + 1]}${id[at]}${id.slice(at + 2)}`;
        if (swapped !== id) expect(readId(swapped)).toBeUndefined();
      },
    ),
  );
});

test('a credit code is good, doubtful or none', () => {
  expect(readCredit('91350100M000100Y43')).toBe('good');
  expect(readCredit('91350100M000100Y44')).toBe('doubtful');
  expect(readCredit('91350100I000100Y43')).toBe('none'); // I is not of the alphabet
  expect(creditCheckOf('91350100M000100Y4')).toBe('3');
});
