// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { whatIs } from './Recognise.tsx';

test('what was typed or scanned is told by its length', () => {
  expect(whatIs('03865961')).toBe('code');
  expect(whatIs('0'.repeat(24))).toBe('code');
  expect(whatIs('11010519491231002x')).toBe('number');
  for (const other of ['', '0386596', '038659611', 'E12345678', '1'.repeat(18).slice(1)])
    expect(whatIs(other)).toBeUndefined();
});
