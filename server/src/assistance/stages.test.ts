// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { namedOf } from './stages.ts';

const day = '2026-03-02';
const child = { person: 1, name: '王小明', born_on: '2015-05-05' };
const sister = { person: 2, name: '王小红', born_on: '2008-03-03' }; // of age tomorrow
const mother = { person: 3, name: '李芳', born_on: '1980-01-01' };

test('a notice names whoever applied, by the family name alone', () => {
  expect(namedOf({ person: 3 }, [child, mother], day)).toBe('李*');
});
test('a child who applied is not named: an adult of the household is', () => {
  expect(namedOf({ person: 1 }, [child, sister, mother], day)).toBe('李*');
});
test('where nobody is of age nobody is named', () => {
  expect(namedOf({ person: 2 }, [child, sister], day)).toBe('');
  expect(namedOf({ person: 2 }, [child, sister], '2026-03-03')).toBe('王**');
});
