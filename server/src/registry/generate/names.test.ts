// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { personPinyin } from '../person-pinyin.ts';
import { randomOf } from './chance.ts';
import { namesIn } from './names.ts';

const random = randomOf(7);
const drawn = Array.from({ length: 20_000 }, (_, at) =>
  namesIn(at % 2 === 0 ? 'city' : 'outside', random)(
    0,
    at % 3 === 0 ? 1 : 2,
    `${1930 + (at % 95)}-05-01`,
  ),
);

test('the frequent surnames are frequent, and most names are not the same', () => {
  const count = (surname: string) => drawn.filter(({ name }) => name.startsWith(surname)).length;
  expect(count('王') / drawn.length).toBeGreaterThan(0.04);
  expect(count('王')).toBeGreaterThan(count('曾'));
  expect(new Set(drawn.map(({ name }) => name)).size).toBeGreaterThan(10_000);
});

test('names are read as the registry reads them; what a dictionary reads as a word is rare', () => {
  const other = drawn.slice(0, 3_000).filter(({ name, pinyin }) => pinyin !== personPinyin(name));
  expect(other.length / 3_000).toBeLessThan(0.02);
  for (const { name, pinyin } of drawn) expect(pinyin, name).toMatch(/^[a-z]+( [a-z]+){1,3}$/);
});

test('foreigners are called as their passport has it', () => {
  expect(namesIn('abroad', randomOf(1))(0, 2, '1990-01-01')).toMatchObject({
    name: expect.stringMatching(/^[A-Z][\w-]+ [A-Z]\w+$/),
    pinyin: expect.stringMatching(/^[a-z]+ [a-z]+$/),
  });
});
