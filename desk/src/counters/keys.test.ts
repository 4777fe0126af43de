// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { keyed } from './keys.ts';

test('a window is chosen by its figure, a class by its letter, and whatever has neither by a spare key', () => {
  const keys = keyed(['3号窗口', '12号窗口', '社保专窗', 'B', '3号窗口'], (name) => name);
  expect(keys.map(({ key }) => key)).toEqual(['3', 'm', 'n', 'b', 'o']);
});

test('those that come after the last key are pressed', () => {
  const many = keyed(
    Array.from({ length: 17 }, () => '专窗'),
    (name) => name,
  );
  expect(many.at(-1)?.key).toBe('');
});
