// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { changed, lineOf, nothingTaken, toggled, toldOf, typedLine } from './taking.ts';

const lease = lineOf({ key: 'lease', name: '租约', nameEn: null });
const about = { matter: undefined, item: 'S177', name: '报名', nameEn: null };

test('a material is taken or not, and never fewer than one or more than 99', () => {
  expect(toggled([], lease)).toEqual([lease]);
  expect(toggled([lease], lease)).toEqual([]);
  expect(typedLine('户口簿复印件').form).toBe('copy');
  expect(changed([lease], 0, { count: 0 })[0]?.count).toBe(1);
  expect(changed([lease], 0, { count: 100 })[0]?.count).toBe(99);
});

test('it goes to the server when matter, papers and consent are said', () => {
  const taking = { ...nothingTaken, about, lines: [lease, typedLine('户口簿')] };
  expect(toldOf(7, taking)).toBeUndefined();
  expect(toldOf(7, { ...taking, agreed: 'told', lines: [] })).toBeUndefined();
  expect(toldOf(7, { ...taking, agreed: 'told' })).toEqual({
    ...{ person: 7, item: 'S177', agreed: { by: 'told' } },
    papers: [
      { key: 'lease', name: '租约', form: 'original', count: 1 },
      { name: '户口簿', form: 'original', count: 1 },
    ],
  });
  const matter = { ...taking, about: { ...about, matter: 'A310101002-10' } };
  expect(toldOf(7, { ...matter, agreed: 'code', code: '12345678' })).toMatchObject({
    ...{ matter: 'A310101002-10', agreed: { by: 'code', code: '12345678' } },
  });
});
